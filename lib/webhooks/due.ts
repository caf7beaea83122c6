// What the clock will have delivered next: asked by whoever moves a sandbox's clock (contract §10).
import type { Due, DueQuestion } from '@/lib/core/due';
import { findNextDelivery } from './repository/dispatch';

/** The attempt of a delivery that is due first; its events are those about the endpoint. */
export async function nextDelivery({ projectId, until, except }: DueQuestion): Promise<Due | null> {
  const next = await findNextDelivery(projectId, until, except);
  return next && { objectId: next.objectId, dueAt: next.dueAt, about: [next.endpointId] };
}
