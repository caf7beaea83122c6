// A call that a person is about to send in a sandbox project.
export const callMethods = ['GET', 'POST', 'PATCH', 'DELETE'] as const;

export interface SandboxCall {
  readonly method: (typeof callMethods)[number];
  /** Path and query, such as `/partner/v1/applications?limit=5`. */
  readonly path: string;
  /** JSON text; empty for none. */
  readonly body: string;
  /** Empty for none. */
  readonly idempotencyKey: string;
  readonly clientId?: string | undefined;
}

/** Whether a call of that method can be sent from here. */
export const isCallable = (method: string): method is SandboxCall['method'] =>
  callMethods.some((known) => known === method);

/** A key that nobody has used. */
export const freshKey = () => `console-${crypto.randomUUID()}`;
