'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { IdChip } from '@/components/ui/id-chip';
import { JsonViewer } from '@/components/ui/json-viewer';
import { KeyValueList } from '@/components/ui/key-value-list';
import { Skeleton } from '@/components/ui/skeleton';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { useNotice } from '@/components/ui/toast';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { Page } from '@/lib/core/pagination';
import type { Delivery, Event } from '@/lib/webhooks';
import { QueryProblem } from '../panel/query-problem';
import { placeOfId } from '../shell/places';
import { DeliveryAttempts } from './delivery-attempts';
import { webhookPaths } from './paths';

const askAgainMs = 2_000;
const statuses = {
  pending: { tone: 'info', text: 'On its way' },
  succeeded: { tone: 'positive', text: 'Delivered' },
  failed: { tone: 'danger', text: 'Failed' },
} as const;

interface EventDetailProps {
  readonly projectId: string;
  readonly eventId: string;
  readonly mayChange: boolean;
}

/** One event: what was sent, to whom, and what became of every try. */
export function EventDetail({ projectId, eventId, mayChange }: EventDetailProps) {
  const paths = webhookPaths(projectId);
  const route = paths.routes.event(eventId);
  const queryClient = useQueryClient();
  const notify = useNotice();
  const event = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'webhooks', { event: eventId }),
    queryFn: ({ signal }) => request<Event>(route, { signal }),
    placeholderData: undefined,
  });
  const deliveries = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'webhooks', { deliveries: eventId }),
    queryFn: ({ signal }) =>
      request<Page<Delivery>>(`${route}/deliveries`, { query: { limit: 100 }, signal }),
    placeholderData: undefined,
    refetchInterval: ({ state }) =>
      state.data?.data.some(({ status }) => status === 'pending') ? askAgainMs : false,
  });
  const redeliver = useMutation({
    mutationFn: () => request(`${route}/redeliver`, { method: 'POST' }),
    onSuccess: async () => {
      notify({ title: 'The event is on its way again' });
      await queryClient.invalidateQueries({ queryKey: queryKeys.ofProject(projectId, 'webhooks') });
    },
    onError: ({ message }) => notify({ tone: 'problem', title: 'It was not sent again', text: message }),
  });
  if (event.error) return <QueryProblem error={event.error} onRetry={() => void event.refetch()} />;
  if (event.data === undefined) return <Skeleton lines={4} />;
  const { id, type, created, data } = event.data;
  const objectId = typeof data.object['id'] === 'string' ? data.object['id'] : undefined;
  const place = objectId === undefined ? undefined : placeOfId(objectId, projectId);
  return (
    <div className="space-y-6">
      <KeyValueList
        items={[
          { name: 'Event', value: <IdChip id={id} what="event id" /> },
          { name: 'Type', value: <span className="font-mono text-13">{type}</span> },
          { name: 'Happened', value: <DateTime at={created} /> },
          ...(objectId === undefined
            ? []
            : [
                {
                  name: 'About',
                  value:
                    place === undefined ? (
                      <IdChip id={objectId} what="object id" />
                    ) : (
                      <TextLink href={place} className="font-mono text-13 wrap-anywhere">
                        {objectId}
                      </TextLink>
                    ),
                },
              ]),
        ]}
      />
      <section aria-labelledby="deliveries-heading">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h3 id="deliveries-heading" className="text-16 font-semibold">
            Deliveries
          </h3>
          {mayChange && (
            <Button
              onClick={() => redeliver.mutate()}
              pendingLabel={redeliver.isPending ? 'Sending again' : undefined}
            >
              Send event again
            </Button>
          )}
        </div>
        {deliveries.data?.data.length === 0 && (
          <p className="text-ink-muted">No endpoint had subscribed to this event when it happened.</p>
        )}
        <ul className="space-y-5">
          {deliveries.data?.data.map((delivery) => (
            <li key={delivery.id}>
              <p className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <TextLink
                  href={paths.endpoint(delivery.webhook_endpoint_id)}
                  className="font-mono text-13 wrap-anywhere"
                >
                  {delivery.url}
                </TextLink>
                <Status tone={statuses[delivery.status].tone}>{statuses[delivery.status].text}</Status>
              </p>
              <DeliveryAttempts delivery={delivery} />
            </li>
          ))}
        </ul>
      </section>
      <JsonViewer value={event.data} title="The message, as it is sent" />
    </div>
  );
}
