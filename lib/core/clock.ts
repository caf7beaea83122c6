// Business time. Offers, expiries, schedules and retries go by it; tokens, limits, signatures and
// idempotency keys keep real time (contract §10).

export interface Clock {
  /** Business time now. */
  now(): Date;
  /** How far business time is ahead of real time, in seconds; 0 in live. */
  readonly offsetSeconds: number;
}

/** The clock of a project whose business time is `offsetSeconds` ahead of real time. */
export function projectClock(offsetSeconds: number): Clock {
  return { offsetSeconds, now: () => new Date(Date.now() + offsetSeconds * 1000) };
}
