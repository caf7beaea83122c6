// One delivery of one event: whoever attempts it may die at any point, a healthy receiver gets it all the same.
import type { ProjectSnapshot } from '@/lib/core/project';
import { ownerQuery } from '@/lib/testing';
import { attemptNow } from '@/lib/webhooks';
import { endpointAt, happen, stateOf, type Receiver } from '@/lib/webhooks/testing';
import type { Scenario } from '../sweep';

interface Subject {
  readonly eventId: string;
  readonly deliveryId: string;
}

export function deliverWebhook(project: ProjectSnapshot, receiver: Receiver): Scenario<Subject> {
  const endpoint = endpointAt(project, receiver.url);
  return {
    name: 'webhook: one delivery',
    async prepare() {
      const { id: endpointId } = await endpoint;
      const eventId = await happen(project);
      const [row] = await ownerQuery<{ id: string }>(
        'SELECT id FROM webhook_deliveries WHERE event_id = $1 AND endpoint_id = $2',
        [eventId, endpointId],
      );
      return { eventId, deliveryId: String(row?.id) };
    },
    order: ({ deliveryId }) => ({ act: 'deliver', id: deliveryId }),
    async judge({ eventId, deliveryId }, { error, died }) {
      const { id: endpointId } = await endpoint;
      const status = async () => (await stateOf(eventId, endpointId))?.status;
      for (let round = 0; round < 3 && (await status()) !== 'succeeded'; round += 1) {
        // The claim of whoever is gone lapses.
        await ownerQuery('UPDATE webhook_deliveries SET claimed_until = now() WHERE id = $1 AND claimed_until IS NOT NULL', [deliveryId]); // prettier-ignore
        await attemptNow(deliveryId);
      }
      const got = receiver.received.filter(({ headers }) => headers['webhook-id'] === eventId).length;
      const end = await status();
      const lost = got === 0 || end !== 'succeeded' ? 1 : 0;
      // At least once: a second copy is a fault only where nothing broke.
      const double = got > 1 && !died && error === undefined ? got - 1 : 0;
      return lost + double === 0
        ? { double, lost }
        : { double, lost, says: `${end}, received ${got} times, ${error}` };
    },
  };
}
