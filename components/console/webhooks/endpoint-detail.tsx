'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useStepUp } from '@/components/shell/step-up';
import { Button, ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DateTime } from '@/components/ui/date-time';
import { IdChip } from '@/components/ui/id-chip';
import { KeyValueList } from '@/components/ui/key-value-list';
import { PageHeader } from '@/components/ui/page-header';
import { useNotice } from '@/components/ui/toast';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { Endpoint, Event } from '@/lib/webhooks';
import { EndpointStatus } from './endpoint-status';
import { FireDrill } from './fire-drill';
import { webhookPaths } from './paths';
import { SignatureCheckSection } from './signature-check';
import { TestDelivery } from './test-delivery';
import { WebhookSecret, type EndpointSecret } from './webhook-secret';

interface EndpointDetailProps {
  readonly projectId: string;
  readonly initial: Endpoint;
  readonly mayChange: boolean;
}

/** One endpoint: its facts, its secret's rotation, a test, and its end. */
export function EndpointDetail({ projectId, initial, mayChange }: EndpointDetailProps) {
  const paths = webhookPaths(projectId);
  const route = paths.routes.endpoint(initial.id);
  const router = useRouter();
  const queryClient = useQueryClient();
  const notify = useNotice();
  const stepUp = useStepUp();
  const [secret, setSecret] = useState<EndpointSecret>();
  const [testId, setTestId] = useState<string>();
  const { data: endpoint } = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'webhooks', { endpoint: initial.id }),
    queryFn: ({ signal }) => request<Endpoint>(route, { signal }),
    initialData: initial,
  });
  const refresh = () =>
    queryClient.invalidateQueries({ queryKey: queryKeys.ofProject(projectId, 'webhooks') });
  const post = async <Answer,>(act: string): Promise<Answer> => {
    const answer = await stepUp(() => request<Answer>(`${route}/${act}`, { method: 'POST' }));
    await refresh();
    return answer;
  };
  const attempt = (doing: Promise<unknown>) =>
    void doing.catch((error: unknown) =>
      notify({ tone: 'problem', title: error instanceof Error ? error.message : 'That did not work.' }),
    );
  const enabled = endpoint.status === 'enabled';

  async function setEnabled(on: boolean) {
    await post(on ? 'enable' : 'disable');
    notify({
      title: on ? 'Endpoint enabled' : 'Endpoint disabled',
      text: on ? 'What waited is on its way.' : 'Events wait until it is enabled again.',
      ...(!on && { undo: { label: 'Undo', onUndo: () => attempt(setEnabled(true)) } }),
    });
  }

  return (
    <>
      <PageHeader
        title={endpoint.description ?? 'Webhook endpoint'}
        crumbs={[{ label: 'Webhooks', href: paths.endpoints }]}
        beside={<EndpointStatus endpoint={endpoint} />}
        actions={
          mayChange && (
            <>
              <Button
                variant="primary"
                disabled={!enabled}
                onClick={() => attempt(post<Event>('test').then(({ id }) => setTestId(id)))}
              >
                Send test event
              </Button>
              <Button onClick={() => attempt(setEnabled(!enabled))}>
                {enabled ? 'Disable endpoint' : 'Enable endpoint'}
              </Button>
              <ButtonLink href={paths.editEndpoint(endpoint.id)}>Change endpoint</ButtonLink>
            </>
          )
        }
      />
      <div className="space-y-6">
        {endpoint.disabled_reason === 'failing' || endpoint.disabled_reason === 'gone' ? (
          <Callout tone="danger" title="We stopped sending to this endpoint">
            {endpoint.disabled_reason === 'gone'
              ? 'It answered 410 (gone).'
              : 'It did not accept a single message for seven days.'}{' '}
            Enable it once it is well again: what is kept (30 days) is then delivered.
          </Callout>
        ) : null}
        {testId !== undefined && <TestDelivery key={testId} projectId={projectId} eventId={testId} />}
        {secret !== undefined && (
          <WebhookSecret
            title="The new signing secret"
            endpoint={secret}
            doneLabel="Close"
            onStored={() => setSecret(undefined)}
          />
        )}
        <KeyValueList
          items={[
            { name: 'URL', value: <span className="font-mono text-13">{endpoint.url}</span> },
            { name: 'Endpoint', value: <IdChip id={endpoint.id} what="endpoint id" /> },
            {
              name: 'Events',
              value: endpoint.enabled_events.includes('*') ? (
                'All events'
              ) : (
                <ul className="font-mono text-13">
                  {endpoint.enabled_events.map((type) => (
                    <li key={type}>{type}</li>
                  ))}
                </ul>
              ),
            },
            { name: 'Payload version', value: endpoint.api_version },
            { name: 'Added', value: <DateTime at={endpoint.created} /> },
          ]}
        />
        <section aria-labelledby="secret-heading">
          <h2 id="secret-heading" className="mb-1 text-16 font-semibold">
            Signing secret
          </h2>
          {endpoint.previous_secret_expires_at === null ? (
            <p className="max-w-[72ch] text-ink-soft">
              Every message is signed with it. After a rotation the old and the new secret sign side by side
              for 24 hours, so that nothing is lost while you deploy.
            </p>
          ) : (
            <p className="max-w-[72ch] text-ink-soft">
              Two secrets sign every message. The old one ends on{' '}
              <DateTime at={endpoint.previous_secret_expires_at} />.
            </p>
          )}
          {mayChange && (
            <div className="mt-3 flex flex-wrap gap-2">
              <ConfirmDialog
                trigger={<Button>Rotate secret</Button>}
                title="Rotate the signing secret"
                danger="simple"
                description={
                  endpoint.previous_secret_expires_at === null
                    ? 'You see the new secret once. The present one goes on signing beside it for 24 hours.'
                    : 'An earlier rotation is not over: its old secret ends at once, and the present one signs for 24 hours more.'
                }
                confirmLabel="Rotate secret"
                pendingLabel="Rotating secret"
                onConfirm={async () => setSecret(await post<EndpointSecret>('rotate-secret'))}
              />
              <ConfirmDialog
                trigger={<Button variant="quiet">Delete endpoint</Button>}
                title={`Delete ${endpoint.description ?? 'this endpoint'}`}
                description="Nothing more is sent to it, what is on its way is dropped, and its secret is erased."
                confirmLabel="Delete endpoint"
                pendingLabel="Deleting endpoint"
                onConfirm={async () => {
                  await stepUp(() => request(route, { method: 'DELETE' }));
                  router.push(paths.endpoints);
                  await refresh();
                }}
              />
            </div>
          )}
        </section>
        <FireDrill projectId={projectId} endpoint={endpoint} mayRun={mayChange} />
        {mayChange && <SignatureCheckSection route={route} />}
      </div>
    </>
  );
}
