import { Status } from '@/components/ui/status';
import type { LoggedEvent } from '@/lib/webhooks';

/** Where an event's deliveries stand, the worst first. */
export function DeliveryCounts({ deliveries }: Pick<LoggedEvent, 'deliveries'>) {
  const { succeeded, pending, failed } = deliveries;
  const all = succeeded + pending + failed;
  if (all === 0) return <Status>No endpoint</Status>;
  const of = (count: number) => (all === 1 ? '' : ` ${count} of ${all}`);
  if (failed > 0) return <Status tone="danger">{`Failed${of(failed)}`}</Status>;
  if (pending > 0) return <Status tone="info" shape="half">{`On its way${of(pending)}`}</Status>;
  return <Status tone="positive">{`Delivered${all === 1 ? '' : ` to ${all}`}`}</Status>;
}
