// Moves a sandbox's business time ahead (contract §10). The database itself tells the control feed.
import type { Transaction } from '@/lib/db';
import { findProject } from './find';
import { lockClock, updateClock } from './repository';

/** Makes the caller's transaction the only one that moves this clock. @returns its offset; null while another is at it. */
export function holdClock(tx: Transaction, projectId: string): Promise<number | null> {
  return lockClock(projectId, tx);
}

/** Puts the clock `offsetSeconds` ahead of real time. It never goes back, and a live one never moves. */
export async function moveClock(tx: Transaction, projectId: string, offsetSeconds: number): Promise<void> {
  await updateClock(projectId, offsetSeconds, tx);
}

/** Resolves once this process sees the clock there, or `signal` aborts. */
export async function seeClock(projectId: string, offsetSeconds: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && ((await findProject(projectId))?.clockOffsetSeconds ?? 0) < offsetSeconds) {
    await new Promise((done) => setTimeout(done, 10));
  }
}
