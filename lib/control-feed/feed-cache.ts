// A cache of database rows that the control feed keeps honest: an entry is used only while the feed is fresh
// (< 1 s), and is dropped by the change that makes it wrong. Hence nothing stale is served for a second or more.
import { LRUCache } from 'lru-cache';
import type { ControlChange } from './change';
import type { ControlFeed } from './feed';

export interface FeedCacheOptions<Value extends object> {
  /** Reads the row; null when there is none, which is not cached. */
  readonly load: (key: string) => Promise<Value | null>;
  /** The key that a change makes stale; undefined when it touches none. */
  readonly staleKey: (change: ControlChange) => string | undefined;
  readonly maximumEntries: number;
}

/** Belt and braces: no entry is used longer than this without being read again. */
const maximumAgeMs = 60_000;
const reloadAttempts = 3;

export class FeedCache<Value extends object> {
  private readonly entries: LRUCache<string, Value>;
  private readonly loading = new Map<string, Promise<Value | null>>();
  /** Counts drops, so that a row read before a change is not stored after it. */
  private drops = 0;

  constructor(
    private readonly feed: ControlFeed,
    private readonly options: FeedCacheOptions<Value>,
  ) {
    this.entries = new LRUCache({ max: options.maximumEntries, ttl: maximumAgeMs });
    feed.subscribe({
      onChange: (change) => {
        const key = options.staleKey(change);
        if (key === undefined) return;
        this.drops += 1;
        this.entries.delete(key);
      },
      onReload: () => {
        this.drops += 1;
        this.entries.clear();
      },
    });
  }

  /** The cached value, without asking the database; undefined when there is none to be trusted. */
  peek(key: string): Value | undefined {
    return this.feed.isFresh ? this.entries.get(key) : undefined;
  }

  /** The value, from memory or from the database. Concurrent calls share one read. */
  async get(key: string): Promise<Value | null> {
    return this.peek(key) ?? (await this.shared(key));
  }

  /** The value as the database has it now; stored for later calls. */
  async reload(key: string): Promise<Value | null> {
    for (let attempt = 1; ; attempt += 1) {
      const dropsBefore = this.drops;
      const value = await this.options.load(key);
      const undisturbed = this.drops === dropsBefore;
      if (undisturbed && value) this.entries.set(key, value);
      if (undisturbed || attempt === reloadAttempts) return value;
    }
  }

  private shared(key: string): Promise<Value | null> {
    let pending = this.loading.get(key);
    if (!pending) {
      pending = this.reload(key).finally(() => this.loading.delete(key));
      this.loading.set(key, pending);
    }
    return pending;
  }
}
