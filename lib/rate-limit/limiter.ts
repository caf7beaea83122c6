// Which limiter this process has: shared through Redis where `REDIS_URL` is set, else its own.
import { singleton } from '@/lib/core/singleton';
import { environment } from '@/lib/env';
import { redis } from '@/lib/redis';
import { InProcessLimiter } from './in-process-limiter';
import { RedisLimiter } from './redis-limiter';
import { Store } from './store';
import type { Limiter } from './types';

/** The process's connection to the shared store; undefined without Redis. */
export function limiterStore(): Store | undefined {
  if (!environment().redisUrl) return undefined;
  return singleton('rate-limit.store', () => new Store(redis()));
}

/** The process-wide limiter. With Redis it starts to connect on first use, so ask for it when the process starts. */
export function limiter(): Limiter {
  return singleton<Limiter>('rate-limit.limiter', () => {
    const store = limiterStore();
    if (!store) return new InProcessLimiter();
    return new RedisLimiter(store, new InProcessLimiter(environment().limiterShares));
  });
}
