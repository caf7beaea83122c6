// What a caller tells the ledger.

/** The money of one disbursement. */
export interface LedgerBooking {
  readonly disbursementId: string;
  /** The book: sandbox money and live money never meet. */
  readonly livemode: boolean;
  /** Whole pence, positive. */
  readonly amountPence: number;
}
