'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { SelectField } from '@/components/ui/choice';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { ClientError } from '@/lib/client/client-error';
import { request } from '@/lib/client/request';
import type { ListedProject } from '@/lib/console';
import { freshKey, type SandboxCall } from '../sandbox-call/sandbox-call';
import SandboxCallForm from '../sandbox-call/sandbox-call-form';

type Standing =
  | { readonly kind: 'asking' }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'ready'; readonly sandboxes: readonly ListedProject[] };

async function ask(signal: AbortSignal): Promise<Standing> {
  try {
    const { data } = await request<{ data: readonly ListedProject[] }>('/api/console/projects', { signal });
    return {
      kind: 'ready',
      sandboxes: data.filter(({ livemode, standing }) => !livemode && standing === 'active'),
    };
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return error.status === 401 ? { kind: 'signed_out' } : { kind: 'problem', message: error.message };
  }
}

/** Asks who is reading, and in which of his sandboxes the call is to be sent. */
export default function TryItPanel({ call }: { call: Omit<SandboxCall, 'clientId'> }) {
  const here = usePathname();
  const [standing, setStanding] = useState<Standing>({ kind: 'asking' });
  const [chosen, setChosen] = useState<string>();
  const [initial] = useState(() => ({ ...call, idempotencyKey: call.idempotencyKey && freshKey() }));
  useEffect(() => {
    const leaving = new AbortController();
    ask(leaving.signal).then(setStanding, () => undefined);
    return () => leaving.abort();
  }, []);

  return (
    <section
      aria-label="Try it in sandbox"
      className="space-y-3 rounded-surface border border-sandbox-line bg-surface p-4 text-14"
    >
      {standing.kind === 'asking' && <Skeleton lines={3} />}
      {standing.kind === 'problem' && <p role="alert">{standing.message}</p>}
      {standing.kind === 'signed_out' && (
        <p>
          <TextLink href={`/sign-in?next=${encodeURIComponent(here)}`}>Sign in</TextLink> or{' '}
          <TextLink href="/sign-up">get sandbox keys</TextLink> to send this call in a project of your own.
        </p>
      )}
      {standing.kind === 'ready' &&
        (standing.sandboxes.length === 0 ? (
          <p>
            You have no sandbox project. <TextLink href="/console/projects/new">Create one</TextLink>.
          </p>
        ) : (
          <>
            {standing.sandboxes.length > 1 && (
              <SelectField
                label="Sandbox project"
                value={chosen ?? standing.sandboxes[0]?.id}
                onChange={(event) => setChosen(event.target.value)}
                options={standing.sandboxes.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <SandboxCallForm projectId={chosen ?? standing.sandboxes[0]?.id ?? ''} initial={initial} />
          </>
        ))}
    </section>
  );
}
