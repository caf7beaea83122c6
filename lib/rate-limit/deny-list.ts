// The deny-list in Redis: a second reader of what Postgres knows (revoked tokens, credentials, clients,
// projects), asked in the limiter's one round trip.
import { denyListLua } from './deny-list.lua';
import { limiterStore } from './limiter';
import { keyOf } from './redis-limiter';
import { script } from './script';
import type { Store } from './store';

const denyList = script(denyListLua);

/** So many entries go into one script, which blocks Redis while it runs. */
const entriesInOneScript = 500;

interface DeniedSubject {
  readonly projectId: string;
  /** A jti, credential id, client id or project id. */
  readonly subject: string;
  /** Until no living token can match any more. */
  readonly ttlSeconds: number;
}

/**
 * Denies subjects in Redis: one just revoked, or all that Postgres knows after Redis was flushed. Best effort:
 * never rejects, and does nothing without Redis.
 */
export async function denyManyInStore(
  denied: readonly DeniedSubject[],
  store: Store | undefined = limiterStore(),
): Promise<void> {
  if (!store) return;
  const byProject = Map.groupBy(denied, (entry) => entry.projectId);
  for (const [projectId, entries] of byProject) {
    for (let start = 0; start < entries.length; start += entriesInOneScript) {
      const args = entries
        .slice(start, start + entriesInOneScript)
        .flatMap(({ subject, ttlSeconds }) => [subject, ttlSeconds]);
      await store.ask(denyList, [keyOf(projectId, 'denied')], args);
    }
  }
}

/**
 * Calls `listener` when Redis is back after an outage and whenever it has lost its data, so that the deny-list
 * can be written again from Postgres. Never called without Redis.
 */
export function onStoreReturn(listener: () => unknown): void {
  limiterStore()?.onReturn(listener);
}
