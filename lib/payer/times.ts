// How long the payer waits for what. Real time.

export interface PayerTimes {
  /** A claim that is not sent by then goes back. */
  readonly claimMs: number;
  /** The bank is given so long to answer. */
  readonly sendMs: number;
  /** A payment that was begun and is older than this has lost its sender: the bank is asked. */
  readonly staleMs: number;
  /** A bank that has no record of a payment so long after it was sent never got it. */
  readonly lostMs: number;
}

export const payerTimes: PayerTimes = { claimMs: 10_000, sendMs: 5_000, staleMs: 20_000, lostMs: 120_000 };
