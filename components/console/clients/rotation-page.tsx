'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { SecretReveal } from '@/components/ui/secret-reveal';
import { queryKeys } from '@/lib/client/query-keys';
import { PulseDot } from '../pulse-dot';
import { projectPath } from '../shell/places';
import { CallLine } from './call-line';
import { clientRoutes } from './client-routes';
import type { RotationFacts } from './facts';
import { RetireCredential } from './retire-credential';
import { rotationState, type RotationSecret } from './rotation-state';
import { RotationSteps } from './rotation-steps';
import { environmentFile } from './secret-file';
import { SplitBar } from './split-bar';

const NewSecretForm = dynamic(() => import('./new-secret-form'), {
  ssr: false,
  loading: () => <Skeleton lines={2} />,
});

const liveEveryMs = 1_000;

interface RotationPageProps {
  readonly projectId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly first: RotationFacts;
  readonly origin: string;
}

function Deploying({ current }: { current: RotationSecret }) {
  return (
    <p role="status" className="flex items-center gap-2.5 font-medium text-ink">
      <PulseDot />
      Waiting for the first call with the new secret …{current.hint}
    </p>
  );
}

function OldSecret({ projectId, old }: { projectId: string; old: RotationSecret }) {
  return (
    <div>
      <h2 className="font-medium text-ink">Last caller of the old secret</h2>
      <div className="mt-0.5 text-ink-soft">
        {old.last_call === null ? (
          'Nobody, as far as the log knows.'
        ) : (
          <CallLine projectId={projectId} call={old.last_call} />
        )}
      </div>
      {old.retires !== null && (
        <p className="mt-2 text-13 text-ink-muted">
          It ends by itself <RelativeTime at={old.retires} />.
        </p>
      )}
    </div>
  );
}

/** Rotation on evidence: create, deploy, watch who still uses the old secret, retire it once it is silent. */
export function RotationPage({ projectId, clientId, clientName, first, origin }: RotationPageProps) {
  const [made, setMade] = useState<string>();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'clients', { rotation: clientId }),
    queryFn: ({ signal }) => clientRoutes(projectId, clientId).readRotation(signal),
    initialData: first,
    refetchInterval: liveEveryMs,
  });
  const { step, old, current } = rotationState(data);

  if (made !== undefined) {
    return (
      <div className="max-w-3xl space-y-6">
        <RotationSteps step="deploy" />
        <SecretReveal
          title={`New secret of “${clientName}”`}
          facts={[{ name: 'Client id', value: clientId }]}
          secret={{ name: 'Client secret', value: made }}
          file={environmentFile({ clientId, secret: made }, origin)}
          doneLabel="Go on and watch"
          onStored={() => setMade(undefined)}
        />
      </div>
    );
  }
  return (
    <div className="max-w-3xl space-y-6">
      <RotationSteps step={step} />
      {old === undefined || current === undefined ? (
        <Card>
          <p className="mb-4 text-ink-soft">
            {current === undefined
              ? 'This client has no secret yet. It is shown once, right after it is made.'
              : `Secret …${current.hint} goes on working. The new one is shown once, right after it is made.`}
          </p>
          <NewSecretForm
            projectId={projectId}
            clientId={clientId}
            hasOld={current !== undefined}
            onMade={(secret) => {
              setMade(secret);
              void queryClient.invalidateQueries({ queryKey: queryKeys.ofProject(projectId, 'clients') });
            }}
          />
        </Card>
      ) : (
        <>
          {step === 'retire' && (
            <Callout title="The old secret was silent for 24 hours">
              Everything that called runs on the new one. Retire the old secret now.
            </Callout>
          )}
          <Card className="space-y-5">
            {step === 'deploy' && <Deploying current={current} />}
            <SplitBar old={old} current={current} />
            <OldSecret projectId={projectId} old={old} />
            <div className="flex flex-wrap items-center gap-3 border-t border-line pt-4">
              <RetireCredential
                projectId={projectId}
                clientId={clientId}
                credential={old}
                primary={step === 'retire'}
                isLast={false}
                onRetired={() => router.push(`${projectPath(projectId, 'clients')}/${clientId}`)}
              />
              <p className="text-13 text-ink-muted">
                {step === 'retire'
                  ? 'Nobody used it for 24 hours.'
                  : 'We suggest it once the old secret was silent for 24 hours.'}
              </p>
            </div>
          </Card>
        </>
      )}
    </div>
  );
}
