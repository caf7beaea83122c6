// The limiter that all processes share. Redis decides; while it is away, each process decides by its share.
import { randomBytes } from 'node:crypto';
import { bucketDecision, bucketState, windowDecision } from './decision';
import { fixedWindowLua } from './fixed-window.lua';
import type { InProcessLimiter } from './in-process-limiter';
import { peekLua } from './peek.lua';
import { script, type Script } from './script';
import { unavailable, type Store } from './store';
import { outcomes, tokenBucketLua } from './token-bucket.lua';
import type { Limiter, LimitDecision, LimiterMode, LimiterView, LimitRequest, WindowRequest } from './types';

const fixedWindow = script(fixedWindowLua);
const peekScript = script(peekLua);

/** All keys of a subject share its hash tag, and so one slot of a Redis Cluster. */
export function keyOf(subject: string, key: string): string {
  return `rl:{${subject}}:${key}`;
}

/** A list of integers, as both scripts answer. */
function isReply(reply: unknown, length: number): reply is readonly number[] {
  return Array.isArray(reply) && reply.length === length && reply.every(Number.isSafeInteger);
}

export class RedisLimiter implements Limiter {
  readonly #store: Store;
  /** Kept from one outage to the next: a connection that comes and goes opens no second budget. */
  readonly #local: InProcessLimiter;
  readonly #tokenBucket: Script;
  readonly #leasePrefix = `${randomBytes(9).toString('base64url')}.`;
  #leasesTaken = 0;

  /**
   * @param local decides while Redis is away: a limiter of this process's share
   * @param tokenBucket the script to ask; tests put one with another clock
   */
  constructor(store: Store, local: InProcessLimiter, tokenBucket = script(tokenBucketLua())) {
    this.#store = store;
    this.#local = local;
    this.#tokenBucket = tokenBucket;
  }

  get mode(): LimiterMode {
    return this.#store.isAvailable ? 'redis' : 'fallback';
  }

  async decide(request: LimitRequest): Promise<LimitDecision> {
    if (!this.#store.isAvailable) return this.#local.decideNow(request);
    const { subject, buckets, concurrent, denySubjects } = request;
    const keys: string[] = [];
    const args: (string | number)[] = [buckets.length, concurrent ?? 0, ''];
    for (const { key, limit } of buckets) {
      keys.push(keyOf(subject, key));
      args.push(limit.ratePerSecond, limit.burst);
    }
    let leases: string | undefined;
    let lease = '';
    if (concurrent !== undefined) {
      leases = keyOf(subject, 'leases');
      lease = this.#leasePrefix + (this.#leasesTaken++).toString(36);
      keys.push(leases);
      args[2] = lease;
    }
    if (denySubjects && denySubjects.length > 0) {
      keys.push(keyOf(subject, 'denied'));
      args.push(...denySubjects);
    }
    const reply = await this.#store.ask(this.#tokenBucket, keys, args);
    const decision = this.#read(reply, request, leases, lease);
    if (decision) return decision;
    // It may have been taken all the same.
    if (leases) this.#store.owe(leases, lease);
    return this.#local.decideNow(request);
  }

  async decideWindow(request: WindowRequest): Promise<LimitDecision> {
    if (!this.#store.isAvailable) return this.#local.decideWindowNow(request);
    const keys = [keyOf(request.subject, request.key)];
    const reply = await this.#store.ask(fixedWindow, keys, [request.limit, request.windowSeconds * 1_000]);
    if (isReply(reply, 3)) {
      const [allowed, used, millisecondsLeft] = reply as [number, number, number];
      return windowDecision(request, allowed === 1, used, millisecondsLeft, 'redis');
    }
    if (reply !== unavailable) this.#store.distrust('the answer is no window');
    return this.#local.decideWindowNow(request);
  }

  async peek(request: Pick<LimitRequest, 'subject' | 'buckets'>): Promise<LimiterView> {
    if (!this.#store.isAvailable) return this.#local.peekNow(request);
    const { subject, buckets } = request;
    const keys = [...buckets.map(({ key }) => keyOf(subject, key)), keyOf(subject, 'leases')];
    const args = buckets.flatMap(({ limit }) => [limit.ratePerSecond, limit.burst]);
    const reply = await this.#store.ask(peekScript, keys, args);
    if (!isReply(reply, buckets.length + 1)) return this.#local.peekNow(request);
    return {
      inFlight: reply[0] as number,
      buckets: buckets.map(({ policy, limit }, index) =>
        bucketState(policy, limit, limit, reply[index + 1] as number),
      ),
    };
  }

  close(): void {
    this.#store.close();
  }

  /** The decision that `reply` spells, or undefined. */
  #read(
    reply: unknown,
    { buckets, denySubjects }: LimitRequest,
    leases: string | undefined,
    lease: string,
  ): LimitDecision | undefined {
    if (reply === unavailable) return undefined;
    if (isReply(reply, 2) && outcomes[reply[0] as number] === 'revoked') {
      const subject = denySubjects?.[(reply[1] as number) - 1];
      if (subject !== undefined) return { kind: 'revoked', subject };
    } else if (isReply(reply, buckets.length + 1)) {
      const outcome = outcomes[reply[0] as number];
      if (outcome && outcome !== 'revoked') {
        const taken =
          outcome === 'allowed' && leases ? { release: () => this.#store.release(leases, lease) } : undefined;
        return bucketDecision(outcome, buckets, undefined, reply.slice(1), taken, 'redis');
      }
    }
    this.#store.distrust('the answer is no decision');
    return undefined;
  }
}
