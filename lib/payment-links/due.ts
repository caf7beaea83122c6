// What the clock will do to payment links next: asked by whoever moves a sandbox's clock (contract §10).
import type { Due, DueQuestion } from '@/lib/core/due';
import { lostOrderMs } from './poll';
import { findNextExpiry, findNextLapse } from './repository';

/** The link that can be paid no more first. */
export function nextLinkExpiry({ projectId, until, except }: DueQuestion): Promise<Due | null> {
  return findNextExpiry(projectId, until, except);
}

/** The try whose payer has been silent for too long first. */
export function nextLapse({
  projectId,
  until,
  except,
}: DueQuestion): Promise<(Due & { readonly attemptId: string }) | null> {
  return findNextLapse(projectId, until, except, lostOrderMs / 1_000);
}
