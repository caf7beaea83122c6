// The question whether an account is held in a name (confirmation of payee), and its answers.

export interface PayeeQuestion {
  /** The name as the partner gave it. */
  readonly accountName: string;
  /** Six digits. */
  readonly sortCode: string;
  /** Eight digits. */
  readonly accountNumber: string;
}

export type PayeeAnswer =
  | { readonly result: 'match' }
  /** Near enough to be a spelling: `nameAtBank` is what the bank holds. */
  | { readonly result: 'close_match'; readonly nameAtBank: string }
  | { readonly result: 'no_match' }
  /** The account's bank does not answer such questions, or not now: an answer, not a fault of ours. */
  | { readonly result: 'unavailable' };

export interface PayeeConfirmation {
  /** @throws ProviderUnavailable when the service cannot be asked. */
  confirm(question: PayeeQuestion, signal: AbortSignal): Promise<PayeeAnswer>;
}
