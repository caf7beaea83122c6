// The question to the bank that pays out, and its answers. An adapter speaks to one.

export interface PaymentInstruction {
  /** Our key of the payment: the same reference is the same payment, however often it is sent. */
  readonly reference: string;
  readonly amountPence: number;
  readonly payee: {
    readonly accountName: string;
    /** Six digits. */
    readonly sortCode: string;
    /** Eight digits. */
    readonly accountNumber: string;
  };
}

/**
 * What came of sending. `silent` is every case in which the bank may or may not have taken the payment: no answer, a late
 * one, a broken one, a 5xx. It is never a reason to send again, only to ask.
 */
export type SendOutcome =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly code: string }
  | { readonly outcome: 'silent'; readonly cause: string };

export type RailPaymentState = 'accepted' | 'refused' | 'settled' | 'returned';

/** A payment as the bank has it on record. */
export interface RailPayment {
  readonly reference: string;
  readonly amountPence: number;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly state: RailPaymentState;
  /** Why it was refused or returned; null otherwise. */
  readonly code: string | null;
  /** Place of its last change in the bank's record; later changes have higher ones. */
  readonly sequence: number;
}

export interface BankRail {
  /** Names the adapter and its book in rows. */
  readonly id: string;
  /** Sends a payment, once however often it is called. Never throws: what cannot be known is `silent`. */
  send(instruction: PaymentInstruction, signal: AbortSignal): Promise<SendOutcome>;
  /**
   * What the bank has on record; null when it never heard of the reference.
   *
   * @throws ProviderUnavailable when the bank cannot be asked.
   */
  find(reference: string, signal: AbortSignal): Promise<RailPayment | null>;
  /**
   * Payments that changed after this place in the bank's record, oldest change first, at most 500.
   *
   * @throws ProviderUnavailable when the bank cannot be asked.
   */
  listSince(sequence: number, signal: AbortSignal): Promise<readonly RailPayment[]>;
}
