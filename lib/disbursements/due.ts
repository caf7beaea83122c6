// What the clock will do to disbursements next: asked by whoever moves a sandbox's clock (contract §10).
import type { Due, DueQuestion } from '@/lib/core/due';
import { findNextEnd } from './repository/disbursements';

/** The request, or the approval, whose time ends first. */
export async function nextDisbursementEnd({ projectId, until, except }: DueQuestion): Promise<Due | null> {
  const next = await findNextEnd(projectId, until, except);
  return next && { objectId: next.objectId, dueAt: next.dueAt, about: [next.objectId, next.applicationId] };
}
