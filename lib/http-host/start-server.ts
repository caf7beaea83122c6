// Starts the product's HTTP side in this process, or in `WEB_CONCURRENCY` further ones that share the port.
import cluster from 'node:cluster';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { routeTable } from 'virtual:route-table';
import { startControlFeed, stopControlFeed } from '@/lib/control-feed';
import { closeDatabase, pool } from '@/lib/db';
import { environment, type Environment } from '@/lib/env';
import { beginDraining, startMetrics } from '@/lib/health';
import { logger } from '@/lib/logging';
import { flushCredentialUse } from '@/lib/oauth';
import { limiter } from '@/lib/rate-limit';
import { closeRedis } from '@/lib/redis';
import { flushRequestLog } from '@/lib/request-log';
import { flushUsage } from '@/lib/usage';
import { closeServer } from './close-server';
import { startCluster, stopOnRequestOfCluster } from './cluster';
import { createHostServer } from './host-server';
import { preparePages } from './pages';

export interface StartOptions {
  /** Starts the queue in the serving process; not called when WORKER=separate. */
  readonly startWorker: () => Promise<{ stop(): Promise<void> }>;
  /** Runs last in a shutdown: ends what the caller itself started. */
  readonly afterStop?: () => Promise<void>;
}

export interface RunningServer {
  /** The port it listens on; interesting when PORT is 0. */
  readonly port: number;
  /**
   * Says that it is not ready and serves on for `DRAIN_SECONDS`, then accepts nothing new, lets running requests end, then stops the queue, the feed, the limiter, the database
   * and Redis, in this order. Safe to call twice.
   */
  stop(): Promise<void>;
}

function listen(server: Server, { host, port }: Environment): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function serve(settings: Environment, options: StartOptions): Promise<RunningServer> {
  startMetrics();
  await pool().query('SELECT 1'); // a database that cannot be used ends the start with its own error
  // Before the first request, every revocation is known. And before the pages: loading Next blocks the process
  // for so long that a connection being made at the same time would count as timed out.
  await startControlFeed();
  limiter(); // its connection is made now, not while the first requests wait
  const pages = await preparePages(settings.host, settings.port);
  const host = createHostServer({ routes: routeTable, pages });
  const port = await listen(host.server, settings);
  const worker = settings.worker === 'inline' ? await options.startWorker() : undefined;

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    logger().info('stopping');
    beginDraining();
    host.drain();
    // A listener that closes at once resets whoever was about to be accepted.
    await delay(settings.drainSeconds * 1_000);
    await closeServer(host.server);
    await worker?.stop();
    await flushRequestLog(); // counts whom refused requests named, so it comes before the counts
    await Promise.all([flushCredentialUse(), flushUsage()]);
    await stopControlFeed();
    limiter().close();
    await Promise.all([closeDatabase(), closeRedis()]);
    await options.afterStop?.();
  };
  return { port, stop: () => (stopped ??= stop()) };
}

/**
 * Starts everything that serves and resolves once requests are answered. Signals are the caller's business.
 *
 * @throws the error of `listen` for a taken port, of `pg` for an unusable database.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const settings = environment();
  const several = settings.webConcurrency > 1;
  const running = await (several && cluster.isPrimary
    ? startCluster(settings.webConcurrency, options)
    : serve(settings, options));
  if (cluster.isWorker) stopOnRequestOfCluster(running);
  return running;
}
