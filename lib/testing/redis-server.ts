// The Redis server of this test file.
import { assert } from '@/lib/core/assert';
import { singleton } from '@/lib/core/singleton';
import type { RedisServer } from './servers/redis';

const holder = () => singleton<{ server?: RedisServer }>('testing.redis', () => ({}));

/** For the set-up file. */
export function provideRedis(server: RedisServer): void {
  holder().server = server;
}

/** The server that `REDIS_URL` names in a `*.redis.test.ts`: pause, kill or restart it at will. */
export function redisServer(): RedisServer {
  const { server } = holder();
  assert(server, 'only *.redis.test.ts files have a Redis server');
  return server;
}
