// The control feed: how revocations and changes of standing reach every process within a second.
import { ApiError } from '@/lib/core/errors';
import { singleton } from '@/lib/core/singleton';
import type { Transaction } from '@/lib/db';
import type { ControlChange } from './change';
import { ControlFeed } from './feed';
import { FeedCache, type FeedCacheOptions } from './feed-cache';
import { insertChange } from './repository';

export { eraseChangesOlderThan } from './repository';
export type { ControlChange, ControlChangeKind } from './change';
export type { FeedCache } from './feed-cache';

/** The process-wide feed. */
export function controlFeed(): ControlFeed {
  return singleton('control-feed', () => new ControlFeed());
}

/** Begins to tail; resolves once every unexpired revocation is known. Safe to call twice. */
export function startControlFeed(): Promise<void> {
  return controlFeed().start();
}

/** Ends the tail and its connection, for a graceful shutdown. */
export function stopControlFeed(): Promise<void> {
  return controlFeed().stop();
}

/** A request that comes before the first load waits this long for it. */
const firstLoadWaitMs = 2_000;

/**
 * Resolves once the revocations are known, starting the feed where no host did (Next, tests).
 *
 * @throws ApiError `temporarily_unavailable` when the database has not answered yet.
 */
export async function requireControlFeed(): Promise<void> {
  const feed = controlFeed();
  if (feed.isLoaded) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new ApiError('temporarily_unavailable', { retryAfterSeconds: 1 });
    timer = setTimeout(() => reject(error), firstLoadWaitMs);
  });
  await Promise.race([feed.start(), late]).finally(() => clearTimeout(timer));
}

/** Appends a change in the caller's transaction; every process learns of it within a second of the commit. */
export function publishChange(tx: Transaction, change: ControlChange): Promise<void> {
  return insertChange(change, tx);
}

/** A process-wide cache that the feed keeps honest. */
export function feedCache<Value extends object>(
  name: string,
  options: FeedCacheOptions<Value>,
): FeedCache<Value> {
  return singleton(`control-feed.cache.${name}`, () => new FeedCache(controlFeed(), options));
}
