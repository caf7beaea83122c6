'use client';
// Sends a call through our server into a sandbox project and shows the answer. Loaded when somebody asks for it.
import { Send } from 'lucide-react';
import { useId, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { TextArea } from '@/components/ui/choice';
import { TextField } from '@/components/ui/field';
import { JsonViewer } from '@/components/ui/json-viewer';
import { TextLink } from '@/components/ui/text-link';
import { ClientError } from '@/lib/client/client-error';
import { request } from '@/lib/client/request';
import type { SandboxCallAnswer } from '@/lib/console';
import { freshKey, type SandboxCall } from './sandbox-call';

export interface SandboxCallFormProps {
  readonly projectId: string;
  readonly initial: SandboxCall;
  /** What to look at before sending. */
  readonly note?: string;
}

type Outcome =
  | { readonly kind: 'answered'; readonly answer: SandboxCallAnswer }
  | { readonly kind: 'refused'; readonly message: string };

function toneOf(status: number) {
  if (status < 300) return 'accent';
  return status === 429 ? 'caution' : 'danger';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function Answer({ answer, projectId }: { answer: SandboxCallAnswer; projectId: string }) {
  const { status, body, duration_ms: durationMs, request_id: requestId } = answer;
  return (
    <div className="space-y-2">
      <p role="status" className="flex flex-wrap items-center gap-2 text-13 text-ink-soft">
        <Badge mono tone={toneOf(status)}>
          {status}
        </Badge>
        <span className="numeric">{Math.round(durationMs)} ms</span>
        {answer.idempotency_replayed && <Badge tone="info">answered from memory</Badge>}
        {requestId !== null && (
          <TextLink href={`/console/projects/${projectId}/requests/${requestId}`}>Open in the log</TextLink>
        )}
      </p>
      {body === '' ? (
        <p className="text-ink-muted">No body.</p>
      ) : (
        <JsonViewer value={parsed(body)} title="Answer" />
      )}
    </div>
  );
}

/** The call can be changed before it is sent; an idempotency key is fresh unless one is kept on purpose. */
export default function SandboxCallForm({ projectId, initial, note }: SandboxCallFormProps) {
  const id = useId();
  const [path, setPath] = useState(initial.path);
  const [body, setBody] = useState(initial.body);
  const [key, setKey] = useState(initial.idempotencyKey);
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const placeholder = /\{[^}]+\}/.exec(path)?.[0];

  async function send() {
    setPending(true);
    try {
      const answer = await request<SandboxCallAnswer>(`/api/console/projects/${projectId}/sandbox-calls`, {
        method: 'POST',
        body: {
          method: initial.method,
          path,
          ...(body !== '' && { body }),
          ...(key !== '' && { idempotency_key: key }),
          ...(initial.clientId !== undefined && { client_id: initial.clientId }),
        },
      });
      setOutcome({ kind: 'answered', answer });
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      setOutcome({ kind: 'refused', message: error.message });
    } finally {
      setPending(false);
    }
  }

  return (
    <form
      className="space-y-3 text-14"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending && placeholder === undefined) void send();
      }}
    >
      {note !== undefined && <p className="text-13 text-ink-soft">{note}</p>}
      <TextField
        label={`${initial.method} path`}
        value={path}
        onChange={(event) => setPath(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        {...(placeholder !== undefined && { error: `Put an id of your project in place of ${placeholder}.` })}
      />
      {initial.method === 'POST' && (
        <TextField
          label="Idempotency key"
          value={key}
          onChange={(event) => setKey(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          aside={
            <button
              type="button"
              className="text-accent underline underline-offset-3"
              onClick={() => setKey(freshKey())}
            >
              New key
            </button>
          }
        />
      )}
      {initial.body !== '' && (
        <TextArea
          mono
          label="Body"
          id={`${id}-body`}
          rows={Math.min(18, body.split('\n').length + 1)}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          spellCheck={false}
        />
      )}
      <Button
        type="submit"
        variant="primary"
        disabled={placeholder !== undefined}
        pendingLabel={pending ? 'Sending' : undefined}
      >
        <Send aria-hidden className="size-4" />
        Send in sandbox
      </Button>
      {outcome?.kind === 'refused' && (
        <div role="alert">
          <Callout tone="danger" title="The call was not sent">
            {outcome.message}
          </Callout>
        </div>
      )}
      {outcome?.kind === 'answered' && <Answer answer={outcome.answer} projectId={projectId} />}
    </form>
  );
}
