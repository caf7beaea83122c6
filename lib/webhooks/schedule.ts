// When a failed delivery is tried again (contract §9): ~0, 1 min, 5 min, 30 min, 2 h, then every 6–12 h to 72 h.

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A round of attempts is over after this many, or after this long. */
export const attemptLimit = 12;
export const roundMs = 72 * hourMs;

const earlyDelaysMs = [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs];
const [shortestLateDelayMs, longestLateDelayMs] = [6 * hourMs, 12 * hourMs];
const jitter = 0.2;

export interface FailedAttempt {
  /** Ended attempts of this round, this one included. */
  readonly attempts: number;
  /** Business times: when the round began, and now. */
  readonly startedAt: Date;
  readonly now: Date;
}

/**
 * Business time of the next attempt; null when the round is over. Late attempts share what is left of the 72 hours, so
 * that jitter neither eats one up nor carries the last beyond.
 *
 * @param random 0 ≤ x < 1.
 */
export function nextAttemptAt(
  { attempts, startedAt, now }: FailedAttempt,
  random: () => number = Math.random,
): Date | null {
  const leftMs = startedAt.getTime() + roundMs - now.getTime();
  if (attempts >= attemptLimit || leftMs <= 0) return null;
  const factor = 1 - jitter + 2 * jitter * random();
  const earlyMs = earlyDelaysMs[attempts - 1];
  const lateMs = Math.max((leftMs / (attemptLimit - attempts)) * factor, shortestLateDelayMs);
  const delayMs = earlyMs === undefined ? Math.min(lateMs, longestLateDelayMs) : earlyMs * factor;
  return new Date(now.getTime() + Math.round(Math.min(delayMs, leftMs)));
}
