// `npm start`: settings, database, then the HTTP host and the worker in this process.
import cluster from 'node:cluster';
import { createServer } from 'node:net';
import type { Environment } from '@/lib/env';
import { startServer } from '@/lib/http-host';
import { startWorker } from '@/lib/worker';
import { closeConnections, runCommand } from './command';
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
  await requireFreePort(checkSettings());
  const { settings, dataDirectory, embedded } = await prepare();
  const afterStop = async () => {
    await closeConnections();
    await embedded?.stop();
  };
  try {
    await install(settings);
    if (dataDirectory) await noteOrigin(settings, dataDirectory);
    const server = await startServer({ startWorker, afterStop });
    stopOnSignal(() => server.stop());
  } catch (error) {
    await afterStop();
    throw error;
  }
  console.log(settings.appEnv === 'development' ? welcome(settings, embedded) : `Serving ${settings.appUrl}`);
}

await runCommand(async () => {
  // Further processes of WEB_CONCURRENCY find everything prepared by the first one.
  if (cluster.isPrimary) return start();
  const server = await startServer({ startWorker });
  stopOnSignal(() => server.stop());
});
