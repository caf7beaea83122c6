// `npm start`: settings, database, then the HTTP host and the worker in this process.
import cluster from 'node:cluster';
import { createServer } from 'node:net';
import { stopControlFeed } from '@/lib/control-feed';
import type { Environment } from '@/lib/env';
import { startServer } from '@/lib/http-host';
import { startWorker } from '@/lib/worker';
import { closeDatabase } from '@/lib/db';
import { runCommand } from './command';
import { install } from './install';
import { noteOrigin } from './origin';
import { checkSettings, prepare } from './prepare';
import { stopOnSignal } from './signals';
import { welcome } from './welcome';

/** Fails at once when somebody has the port: before anything is started or changed. */
function requireFreePort({ host, port }: Pick<Environment, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function start(): Promise<void> {
  const given = checkSettings();
  await requireFreePort(given);
  const { settings, dataDirectory, embedded, liveBank } = await prepare({
    runsJobs: given.worker === 'inline',
  });
  const afterStop = async () => {
    await closeDatabase();
    await liveBank?.stop();
    await embedded?.stop();
  };
  try {
    await install(settings);
    if (dataDirectory) await noteOrigin(settings, dataDirectory);
    const running = await startServer({ startWorker, afterStop });
    stopOnSignal(() => running.stop(), settings.drainSeconds);
  } catch (error) {
    await stopControlFeed(); // a server that failed half way may tail it already
    await afterStop();
    throw error;
  }
  console.log(settings.appEnv === 'development' ? welcome(settings, embedded) : `Serving ${settings.appUrl}`);
}

/** A further process of WEB_CONCURRENCY: the first one has prepared everything. */
async function serveBesideOthers(): Promise<void> {
  process.on('SIGINT', () => undefined); // a terminal tells the whole group; the first process tells us in order
  const running = await startServer({ startWorker });
  process.on('SIGTERM', () => void running.stop().finally(() => process.exit(0)));
}

await runCommand(cluster.isPrimary ? start : serveBesideOthers);
