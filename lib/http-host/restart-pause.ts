// How long to wait before a crashed process is started anew.

const shortestMs = 1_000;
const longestMs = 30_000;
/** A process that lived this long crashed for a new reason. */
const healthyMs = 60_000;

/** The next pause, from the last one and the life that followed it. 1 s, doubling to 30 s. */
export function restartPauseMs(lastPauseMs: number, livedMs: number): number {
  if (livedMs >= healthyMs || lastPauseMs === 0) return shortestMs;
  return Math.min(lastPauseMs * 2, longestMs);
}
