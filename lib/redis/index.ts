// The one Redis client of a process. What it is used for may be asked of Redis or decided without it, so a
// command never waits for a connection and is never sent twice.
import { Redis } from 'ioredis';
import { assert } from '@/lib/core/assert';
import { holdWrites } from '@/lib/core/hold-writes';
import { forgetSingleton, singleton } from '@/lib/core/singleton';
import { environment } from '@/lib/env';
import { logger } from '@/lib/logging';

const name = 'redis';
const quitTimeoutMs = 500;

/** Commands of one turn of the event loop leave in one write. */
function batchWrites(client: Redis): void {
  const send = client.sendCommand.bind(client);
  client.sendCommand = (command, target) => {
    const socket = client.stream as Redis['stream'] | undefined; // none before the first connection
    if (socket) holdWrites(socket);
    return send(command, target);
  };
}

/**
 * A client of the server at `url`, not connected yet; it connects when `connect()` is called and keeps
 * trying from then on. Commands sent meanwhile, or in flight when the connection is lost, reject at once.
 */
export function createRedisClient(url: string): Redis {
  const client = new Redis(url, {
    lazyConnect: true,
    connectionName: 'partner-platform',
    enableAutoPipelining: true,
    // Auto-pipelining sends one batch at a time. A decision must not wait for the batch before it.
    autoPipeliningIgnoredCommands: ['evalsha', 'eval'],
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 1_000,
    // A peer that answers nothing does not answer a FIN either.
    disconnectTimeout: 100,
    // A replica that was a primary: ask the name again who is primary now.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
    retryStrategy: (attempts) => Math.min(50 * attempts, 500),
  });
  batchWrites(client);
  // Without a listener ioredis writes to the console; who asks Redis learns of the failure from his command.
  client.on('error', (error: Error) => logger().debug({ err: error }, 'redis connection'));
  return client;
}

/** The process-wide client. Only where `REDIS_URL` is set. */
export function redis(): Redis {
  return singleton(name, () => {
    const { redisUrl } = environment();
    assert(redisUrl, 'a Redis client needs REDIS_URL');
    return createRedisClient(redisUrl);
  });
}

/** Ends the client's connection for good, giving commands in flight half a second. Safe without a client. */
export async function closeRedis(): Promise<void> {
  if (!environment().redisUrl) return;
  const client = redis();
  forgetSingleton(name);
  if (client.status === 'ready') {
    const patience = AbortSignal.timeout(quitTimeoutMs);
    await Promise.race([
      client.quit().catch(() => undefined),
      new Promise((resolve) => patience.addEventListener('abort', resolve, { once: true })),
    ]);
  }
  client.disconnect();
}
