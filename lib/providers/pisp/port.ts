// The question to a payment initiation service (PISP, open banking), and its answers. An adapter speaks to one.

export interface Bank {
  readonly id: string;
  /** As its customers know it. */
  readonly name: string;
}

/** What the payer is to be asked for. */
export interface PaymentOrder {
  /** Our key of the payment: the same key is the same payment, however often it is ordered. */
  readonly paymentId: string;
  readonly bankId: string;
  /** Who receives the money, as the payer reads it. */
  readonly payeeName: string;
  readonly amountPence: number;
  readonly reference: string;
  /** Where the bank sends the payer's browser afterwards. Its coming back says nothing about the payment. */
  readonly returnUrl: string;
  /** Business time. */
  readonly now: Date;
}

export type PaymentReportStatus = 'authorising' | 'failed' | 'succeeded' | 'settled' | 'disputed';

/** What the provider says of a payment: by its signed callback, or when asked. */
export interface PaymentReport {
  readonly paymentId: string;
  readonly status: PaymentReportStatus;
  /** Why, when it failed. */
  readonly failureCode: 'insufficient_funds' | 'technical_error' | null;
  readonly amountPence: number;
}

/** A callback as it came over the wire. */
export interface SignedCallback {
  /** The value of the `Pisp-Signature` header: `t=<unix>,v1=<hex>`. */
  readonly signature: string;
  readonly body: string;
}

export interface Pisp {
  /** Names the adapter in rows and in the path of its callback. */
  readonly id: string;
  /** Where payers may have their account; empty when the service cannot be used. */
  readonly banks: readonly Bank[];
  /**
   * Orders a payment, once however often it is called.
   *
   * @returns where the payer approves it.
   * @throws ProviderUnavailable when the service cannot be asked. It may have taken the order all the same.
   */
  initiate(order: PaymentOrder, signal: AbortSignal): Promise<{ readonly authoriseUrl: string }>;
  /**
   * What has become of a payment; null when the service never heard of it.
   *
   * @throws ProviderUnavailable when the service cannot be asked.
   */
  status(
    question: { readonly paymentId: string; readonly now: Date },
    signal: AbortSignal,
  ): Promise<PaymentReport | null>;
  /** The report in a callback; null when its signature, age or form is not right. */
  readCallback(callback: SignedCallback): PaymentReport | null;
}
