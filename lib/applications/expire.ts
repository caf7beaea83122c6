// Ends applications whose time is over on their project's clock (contract §8).
import { projectClock } from '@/lib/core/clock';
import { withTransaction } from '@/lib/db';
import { findApplicationForJob, findDue, lockApplication } from './repository';
import { applicationTransitions } from './state';
import { jobMover, moveApplication } from './transition';

const batch = 200;

/** @returns whether it was still due when its turn came. */
function expireOne(due: { id: string; projectId: string; clockOffsetSeconds: number }): Promise<boolean> {
  return withTransaction(async (tx) => {
    const row = await lockApplication(due.projectId, due.id, tx);
    const now = projectClock(due.clockOffsetSeconds).now();
    const isDue =
      row?.expiresAt && row.expiresAt <= now && applicationTransitions.expired.from.includes(row.status);
    if (!row || !isDue) return false;
    await moveApplication(jobMover(tx, 'applications.expire', now), row, {
      act: 'expired',
      audit: 'application.expire',
      event: 'application.expired',
    });
    return true;
  });
}

/** Expires this application if it is due on its project's clock. */
export async function expireApplication(id: string): Promise<void> {
  const row = await findApplicationForJob(id);
  if (row) await expireOne(row);
}

/** Expires all that is due. @returns how many. */
export async function expireApplications(): Promise<number> {
  let expired = 0;
  for (;;) {
    const due = await findDue(batch);
    let progress = 0;
    for (const application of due) progress += Number(await expireOne(application));
    expired += progress;
    // Without progress the rest is in somebody else's hands; the next run looks again.
    if (due.length < batch || progress === 0) return expired;
  }
}
