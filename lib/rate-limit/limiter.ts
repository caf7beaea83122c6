// Which limiter this process has.
import { singleton } from '@/lib/core/singleton';
import { InProcessLimiter } from './in-process-limiter';
import type { Limiter } from './types';

export function limiter(): Limiter {
  return singleton<Limiter>('rate-limit.limiter', () => new InProcessLimiter());
}
