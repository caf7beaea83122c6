// The one name a payment has at the bank.

/** Derived from the disbursement's id, so that whatever is sent twice is the same payment to the bank. */
export function bankReference(disbursementId: string): string {
  return `CC${disbursementId.slice('dsb_'.length).toUpperCase()}`;
}
