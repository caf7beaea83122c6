// Tails `control_changes`: a connection of its own listens and, because a notification can be lost with its
// connection, also reads on a beat. After every (re)connection it loads all revocations anew and tells the
// caches to forget everything, so that no gap can hide a change.
import pg from 'pg';
import { connectionSettings } from '@/lib/db';
import { logger } from '@/lib/logging';
import { denyManyInStore, onStoreReturn } from '@/lib/rate-limit';
import { isRevocation, type ControlChange } from './change';
import { readChangesSince, readRevocations, type Reading } from './repository';
import { RevocationRegistry } from './revocations';

/** Beat of the reading when no notification comes (contract §2: within 1 s). */
const pollMs = 400;
/** A reading that hangs longer means a dead connection. */
const readTimeoutMs = 900;
const connectTimeoutMs = 2_000;
const longestPauseMs = 1_000;
const freshForMs = 1_000;

export interface ControlListener {
  /** A change was read; the same one may come twice. */
  onChange(change: ControlChange): void;
  /** Changes may have been missed: forget everything. */
  onReload(): void;
}

export class ControlFeed {
  readonly revocations = new RevocationRegistry();
  private readonly listeners = new Set<ControlListener>();
  private running: Promise<void> | undefined;
  private stopping = false;
  private loaded = false;
  /** Ids of the last reading: the next one may hold them again. */
  private lastIds: ReadonlySet<number> = new Set();
  private watermark = '0';
  /** `performance.now()` when the last successful reading began. */
  private readAt = Number.NEGATIVE_INFINITY;
  private woken = false;
  private wakeUp: (() => void) | undefined;
  private firstLoad = Promise.withResolvers<void>();
  /** Redis came back, perhaps empty: its deny-list is to be written anew. */
  private storeReturned = false;

  constructor() {
    onStoreReturn(() => {
      this.storeReturned = true;
      this.wake();
    });
  }

  /** Begins to tail. Resolves once every unexpired revocation is known; keeps trying until then. */
  start(): Promise<void> {
    if (!this.running) {
      this.stopping = false;
      this.loaded = false;
      this.firstLoad = Promise.withResolvers<void>();
      this.running = this.run();
    }
    return this.firstLoad.promise;
  }

  /** Ends the tail and its connection. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
    this.running = undefined;
  }

  /** Whether every revocation that was unexpired at start is known. */
  get isLoaded(): boolean {
    return this.loaded;
  }

  /** Whether the feed was read successfully less than a second ago. */
  get isFresh(): boolean {
    return performance.now() - this.readAt < freshForMs;
  }

  subscribe(listener: ControlListener): void {
    this.listeners.add(listener);
  }

  /** Takes a change in as if it had been read: for a process that has just committed it itself. */
  apply(change: ControlChange): void {
    if (isRevocation(change)) this.revocations.add(change.subject, change.expiresAt);
    for (const listener of this.listeners) listener.onChange(change);
  }

  private async run(): Promise<void> {
    let pauseMs = 100;
    while (!this.stopping) {
      try {
        await this.tailOneConnection(() => (pauseMs = 100));
      } catch (error) {
        logger().warn({ err: error }, 'control feed lost its connection');
        this.woken = false; // what woke us is the loss itself
        await this.pause(pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }

  private async tailOneConnection(onLoaded: () => void): Promise<void> {
    const client = new pg.Client({
      ...connectionSettings(),
      application_name: 'partner-platform control-feed',
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: readTimeoutMs,
    });
    let lost: Error | undefined;
    const onLost = (error?: Error) => {
      lost ??= error ?? new Error('the connection ended');
      this.wake();
    };
    client.on('error', onLost);
    client.on('end', () => onLost());
    client.on('notification', () => this.wake());
    try {
      await client.connect();
      await client.query('LISTEN control_changes');
      await this.load(client);
      onLoaded();
      while (!this.stopping && !lost) {
        await this.read(client);
        if (this.storeReturned) await this.refillStore(client);
        await this.pause(pollMs);
      }
      if (lost) throw lost;
    } finally {
      await endQuietly(client);
    }
  }

  private async load(client: pg.Client): Promise<void> {
    const startedAt = performance.now();
    const reading = await readRevocations(client);
    for (const change of reading.changes) {
      if (isRevocation(change)) this.revocations.add(change.subject, change.expiresAt);
    }
    denyInSharedStore(reading.changes);
    for (const listener of this.listeners) listener.onReload();
    this.remember(reading, startedAt);
    this.loaded = true;
    this.firstLoad.resolve();
  }

  private async read(client: pg.Client): Promise<void> {
    this.woken = false;
    const startedAt = performance.now();
    const reading = await readChangesSince(client, this.watermark);
    const fresh = reading.changes.filter((change) => !this.lastIds.has(change.id));
    for (const change of fresh) this.apply(change);
    denyInSharedStore(fresh);
    this.remember(reading, startedAt);
    this.revocations.prune();
  }

  private async refillStore(client: pg.Client): Promise<void> {
    this.storeReturned = false;
    const { changes } = await readRevocations(client);
    denyInSharedStore(changes);
  }

  private remember(reading: Reading, startedAt: number): void {
    this.lastIds = new Set(reading.changes.map((change) => change.id));
    this.watermark = reading.watermark;
    this.readAt = startedAt;
  }

  private wake(): void {
    this.woken = true;
    this.wakeUp?.();
  }

  private pause(milliseconds: number): Promise<void> {
    if (this.woken || this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** The limiter's script asks Redis too. A failure there costs nothing: each process asks its own memory first. */
function denyInSharedStore(changes: readonly ControlChange[]): void {
  const denied = changes.flatMap((change) => {
    if (!isRevocation(change) || change.projectId === null) return [];
    const ttlSeconds = Math.ceil((change.expiresAt.getTime() - Date.now()) / 1000);
    return ttlSeconds > 0 ? [{ projectId: change.projectId, subject: change.subject, ttlSeconds }] : [];
  });
  if (denied.length > 0) void denyManyInStore(denied);
}

async function endQuietly(client: pg.Client): Promise<void> {
  // A dead connection's `end` may wait for ever; nobody waits for it longer than a moment.
  const ended = client.end().catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([ended, new Promise<void>((resolve) => (timer = setTimeout(resolve, 500)))]);
  clearTimeout(timer);
}
