// Whose browser it is, as far as the connection tells: for throttling and for the list of sessions.

export interface Caller {
  /** As `clientAddress` found it. */
  readonly address: string;
  readonly userAgent: string;
  readonly requestId: string;
}
