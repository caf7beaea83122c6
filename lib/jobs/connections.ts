// The queue's connections: a pool of its own, so that requests do not starve the queue, nor it them.
import pg from 'pg';
import { connectionSettings } from '@/lib/db';
import { logger } from '@/lib/logging';

/** The library may release a connection that was cut twice; the second time must not end the process. */
function releaseOnce(client: pg.PoolClient): pg.PoolClient {
  const release = client.release.bind(client);
  let released = false;
  client.release = (error) => {
    if (released) return;
    released = true;
    release(error);
  };
  return client;
}

class QueuePool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: unknown) => void,
    ) => void,
  ): void;
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    if (!callback) return super.connect().then(releaseOnce);
    return super.connect((error, client, done) => {
      if (!client) return callback(error, client, done);
      releaseOnce(client);
      callback(error, client, (reason) => client.release(reason as Error | undefined));
    });
  }
}

/** A fresh pool for one life of the queue. The caller ends it. */
export function queueConnections(): pg.Pool {
  const pool = new QueuePool({ ...connectionSettings(), application_name: 'partner-platform-queue', max: 4 });
  const onLost = (error: Error) => logger().warn({ err: error }, 'queue connection lost');
  pool.on('error', onLost);
  // Also for a client that is in use when its connection is cut.
  pool.on('connect', (client) => client.on('error', onLost));
  return pool;
}
