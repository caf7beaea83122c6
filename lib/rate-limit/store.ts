// Asks Redis a script and gives up after 50 ms of silence. Whatever goes wrong - silence, refusal, a lost
// connection, OOM, READONLY - comes out as "unavailable" and opens the breaker; nothing is thrown.
import type { Redis } from 'ioredis';
import { logger } from '@/lib/logging';
import { Breaker } from './breaker';
import { leaseSeconds } from './model';
import { script, type Script } from './script';

/** Redis could not be asked. */
export const unavailable = Symbol('unavailable');

const silenceMs = 50;
const tickMs = 5;
/** One tick more than the silence, because a question may be asked just before a tick. */
const silenceTicks = silenceMs / tickMs + 1;
/** A new connection gets this long before the first questions are decided without it. */
const openingMs = 250;
/** A connection that does not answer for this long is given up for a new one. */
const giveUpConnectionMs = 1_000;
const watchEveryMs = 1_000;

/** Missing once Redis was flushed or came back empty. */
const presenceKey = 'rl:present';

/** Writes, as a decision does: a full or read-only Redis must not pass for a healthy one. */
const probeScript = script(`
redis.call('SET', KEYS[1], '1', 'PX', 10000)
return {1}
`);
const probeKeys = ['rl:probe'];

interface Question {
  readonly resolve: (reply: unknown) => void;
  readonly askedAtTick: number;
  isOpen: boolean;
}

interface OwedRelease {
  readonly key: string;
  readonly lease: string;
  readonly owedAt: number;
}

export class Store {
  readonly #client: Redis;
  readonly #breaker: Breaker;
  #opening: Promise<unknown> | undefined;

  /** Questions in the order they were asked; answered ones are dropped at the next tick. */
  #questions: Question[] = [];
  #ticks = 0;
  #ticking: NodeJS.Timeout | undefined;

  #owed: OwedRelease[] = [];
  #probeSentAt: number | undefined;
  #connectedAt: number | undefined;

  #watching: NodeJS.Timeout | undefined;
  readonly #returnListeners = new Set<() => unknown>();

  /** Connects at once. */
  constructor(client: Redis) {
    this.#client = client;
    this.#breaker = new Breaker({
      probe: () => this.#probe(),
      onOpen: (reason) => this.#opened(reason),
      onClose: () => this.#closed(),
    });
    client.on('connect', () => (this.#connectedAt = performance.now()));
    client.on('close', () => {
      this.#probeSentAt = undefined;
      this.#breaker.trip('the connection was lost');
    });
    if (client.status === 'ready') return;
    const patience = new Promise((resolve) => setTimeout(resolve, openingMs).unref());
    const connected = client.connect().catch(() => undefined);
    this.#opening = Promise.race([connected, patience]).then(() => (this.#opening = undefined));
  }

  get isAvailable(): boolean {
    return this.#breaker.isClosed;
  }

  /** The reply to `asked`, or `unavailable`. Never rejects. */
  ask(asked: Script, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    if (!this.#breaker.isClosed) return Promise.resolve(unavailable);
    // A connection that is being opened is waited for once; then the breaker knows.
    if (this.#opening) return this.#opening.then(() => this.ask(asked, keys, args));
    return this.#askNow(asked, keys, args);
  }

  /** Gives a lease back, as soon as Redis can be reached. */
  release(key: string, lease: string): void {
    if (!this.#breaker.isClosed) {
      this.owe(key, lease);
      return;
    }
    this.#client.zrem(key, lease).catch((error: Error) => {
      this.owe(key, lease);
      this.#breaker.trip(error.message);
    });
  }

  /** Notes a lease that may stand in Redis though nobody holds it. It goes back when Redis returns. */
  owe(key: string, lease: string): void {
    this.#owed.push({ key, lease, owedAt: performance.now() });
  }

  /** Redis said something that cannot be an answer. */
  distrust(reason: string): void {
    this.#breaker.trip(reason);
  }

  /**
   * Calls `listener` when Redis is back after it was away, and when it has lost its data. What it throws or
   * rejects with is logged; while it fails because of lost data, it is called again.
   */
  onReturn(listener: () => unknown): void {
    this.#returnListeners.add(listener);
    this.#watching ??= setInterval(() => void this.#watch(), watchEveryMs).unref();
  }

  close(): void {
    this.#breaker.stop();
    clearInterval(this.#watching);
    this.#forgetQuestions();
  }

  /** `onSettled` is called when Redis has answered or refused, however late. */
  #askNow(
    asked: Script,
    keys: readonly string[],
    args: readonly (string | number)[],
    onSettled?: () => void,
  ): Promise<unknown> {
    return new Promise((resolve) => {
      const question: Question = { resolve, askedAtTick: this.#ticks, isOpen: true };
      this.#questions.push(question);
      this.#ticking ??= setInterval(() => this.#tick(), tickMs).unref();
      const answered = (reply: unknown) => {
        onSettled?.();
        if (!question.isOpen) return;
        question.isOpen = false;
        resolve(reply);
      };
      const failed = (error: Error) => {
        onSettled?.();
        if (!question.isOpen) return;
        question.isOpen = false;
        this.#breaker.trip(error.message);
        resolve(unavailable);
      };
      this.#client.evalsha(asked.sha1, keys.length, ...keys, ...args).then(answered, (error: Error) => {
        if (!error.message.startsWith('NOSCRIPT')) return failed(error);
        if (!question.isOpen) return failed(error);
        this.#client.eval(asked.text, keys.length, ...keys, ...args).then(answered, failed);
      });
    });
  }

  /**
   * Silence is counted in ticks of our own event loop, not by the clock: a process that was busy for 50 ms
   * has not listened, and must not take its own deafness for Redis's silence.
   */
  #tick(): void {
    this.#ticks++;
    // First what has arrived by now, then the verdict.
    setImmediate(() => {
      const next = this.#questions.findIndex((question) => question.isOpen);
      if (next === -1) {
        this.#questions = [];
        clearInterval(this.#ticking);
        this.#ticking = undefined;
        return;
      }
      if (next > 0) this.#questions.splice(0, next);
      const oldest = this.#questions[0] as Question;
      if (this.#ticks - oldest.askedAtTick >= silenceTicks) {
        if (this.#breaker.isClosed) this.#breaker.trip(`no answer within ${silenceMs} ms`);
        else this.#forgetQuestions();
      }
    });
  }

  #forgetQuestions(): void {
    const forgotten = this.#questions;
    this.#questions = [];
    for (const question of forgotten) {
      if (!question.isOpen) continue;
      question.isOpen = false;
      question.resolve(unavailable);
    }
  }

  #opened(reason: string): void {
    logger().warn({ reason }, 'Redis is away: limits are decided in this process');
    this.#forgetQuestions();
  }

  #closed(): void {
    logger().info('Redis is back: limits are shared again');
    this.#settleOwed();
    void this.#tellListeners();
  }

  /** Redis answers in order, so by now it has done whatever it was asked before it fell silent. */
  #settleOwed(): void {
    const oldest = performance.now() - leaseSeconds * 1_000;
    const owed = this.#owed.filter((release) => release.owedAt > oldest);
    this.#owed = [];
    for (const { key, lease } of owed) this.release(key, lease);
  }

  async #probe(): Promise<boolean> {
    const now = performance.now();
    if (this.#client.status === 'connect') {
      // Connected, but the greeting stays unanswered.
      if (this.#connectedAt !== undefined && now - this.#connectedAt > giveUpConnectionMs) this.#reconnect();
      return false;
    }
    if (this.#client.status !== 'ready') return false;
    if (this.#probeSentAt !== undefined) {
      if (now - this.#probeSentAt > giveUpConnectionMs) this.#reconnect();
      return false;
    }
    this.#probeSentAt = now;
    const settled = () => (this.#probeSentAt = undefined);
    return (await this.#askNow(probeScript, probeKeys, [], settled)) !== unavailable;
  }

  #reconnect(): void {
    this.#probeSentAt = undefined;
    this.#connectedAt = undefined;
    this.#client.disconnect(true);
  }

  async #watch(): Promise<void> {
    if (!this.#breaker.isClosed || this.#client.status !== 'ready') return;
    try {
      if ((await this.#client.exists(presenceKey)) === 0 && (await this.#tellListeners())) {
        await this.#client.set(presenceKey, '1');
      }
    } catch {
      // The breaker learns of it from the next question or from the connection.
    }
  }

  /** True when every listener ended well. */
  async #tellListeners(): Promise<boolean> {
    const results = await Promise.allSettled([...this.#returnListeners].map(async (listener) => listener()));
    const failed = results.filter((result) => result.status === 'rejected');
    for (const { reason } of failed) logger().warn({ err: reason }, 'after the return of Redis');
    return failed.length === 0;
  }
}
