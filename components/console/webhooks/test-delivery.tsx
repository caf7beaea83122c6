'use client';
import { useQuery } from '@tanstack/react-query';
import { TextLink } from '@/components/ui/text-link';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { Page } from '@/lib/core/pagination';
import type { Delivery } from '@/lib/webhooks';
import { DeliveryAttempts } from './delivery-attempts';
import { webhookPaths } from './paths';

const askAgainMs = 1_000;

/** What becomes of a test event, as it happens. */
export function TestDelivery({ projectId, eventId }: { projectId: string; eventId: string }) {
  const paths = webhookPaths(projectId);
  const { data } = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'webhooks', { deliveries: eventId }),
    queryFn: ({ signal }) => request<Page<Delivery>>(`${paths.routes.event(eventId)}/deliveries`, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.data.some(({ attempts }) => attempts.length > 0) ? false : askAgainMs,
  });
  const [delivery] = data?.data ?? [];
  return (
    <section aria-label="Test event" className="rounded-surface border border-line bg-surface p-5">
      <p className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <span className="font-semibold text-ink">Test event</span>
        <TextLink href={`${paths.events}/${eventId}`} className="font-mono text-13">
          {eventId}
        </TextLink>
      </p>
      <div role="status">
        {delivery === undefined || delivery.attempts.length === 0 ? (
          <p className="text-ink-muted">On its way.</p>
        ) : (
          <DeliveryAttempts delivery={delivery} />
        )}
      </div>
    </section>
  );
}
