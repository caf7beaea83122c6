// Counters of tries in PostgreSQL, so that every process counts alike and Redis may be away.
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { singleton } from '@/lib/core/singleton';
import { pool, prisma } from '@/lib/db';

export interface ThrottlePolicy {
  readonly name: string;
  readonly tries: number;
  readonly seconds: number;
}

function counter({ name, tries, seconds }: ThrottlePolicy): RateLimiterPostgres {
  return singleton(`auth.throttle.${name}`, () => new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'throttle_counters',
    tableCreated: true, // by a migration: the application's role may not
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: tries,
    duration: seconds,
  })); // prettier-ignore
}

/** Counts one try. @returns seconds to wait when it was one too many, otherwise null. */
export async function countTry(policy: ThrottlePolicy, key: string): Promise<number | null> {
  try {
    await counter(policy).consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

/** Forgets the tries: the last one was right. */
export async function forgetTries(policy: ThrottlePolicy, key: string): Promise<void> {
  await counter(policy).delete(key);
}

export async function eraseOldCounters(): Promise<void> {
  await prisma().throttleCounter.deleteMany({ where: { expire: { lt: Date.now() } } });
}
