// Several processes on one port. They share nothing but PostgreSQL and Redis; this one only starts them, starts
// crashed ones anew, and ends them.
import cluster, { type Worker } from 'node:cluster';
import { collectClusterMetrics } from '@/lib/health';
import { logger } from '@/lib/logging';
import { restartPauseMs } from './restart-pause';
import type { RunningServer, StartOptions } from './start-server';

const stopMessage = 'stop';

/** Resolves with the port once the process listens; rejects when it ends before. */
function listening(worker: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once('listening', (address) => resolve(address.port));
    worker.once('exit', (code) =>
      reject(new Error(`A server process ended with code ${code} while it started`)),
    );
  });
}

function ended(worker: Worker): Promise<void> {
  return worker.isDead() ? Promise.resolve() : new Promise((resolve) => worker.once('exit', () => resolve()));
}

/**
 * In a further process: ends it when the first one says so. A message and not a signal, because a terminal
 * signals the whole group and a second signal means "at once".
 */
export function stopOnRequestOfCluster(running: RunningServer): void {
  const stop = (): void => void running.stop().finally(() => process.exit(0));
  process.on('message', (message) => (message === stopMessage ? stop() : undefined));
  process.once('disconnect', stop); // the first process is gone
}

/**
 * Starts `count` processes and resolves once all of them listen.
 *
 * @throws when one of them does not come up; nothing is left running then.
 */
export async function startCluster(count: number, options: StartOptions): Promise<RunningServer> {
  collectClusterMetrics();
  let stopping = false;
  let stopped: Promise<void> | undefined;
  const stopAll = async (): Promise<void> => {
    stopping = true;
    const running = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    running.forEach((worker) => worker.isConnected() && worker.send(stopMessage));
    await Promise.all(running.map(ended));
  };
  const stop = async (): Promise<void> => {
    await stopAll();
    await options.afterStop?.();
  };

  const keepOneRunning = (lastPauseMs: number): Promise<number> => {
    const worker = cluster.fork();
    const startedAt = performance.now();
    const isFirstLife = lastPauseMs === 0;
    let cameUp = false;
    worker.once('listening', () => (cameUp = true));
    worker.once('exit', (code, signal) => {
      if (stopping || (isFirstLife && !cameUp)) return; // a process that never came up ends the start
      const pauseMs = restartPauseMs(lastPauseMs, performance.now() - startedAt);
      logger().error({ code, signal, pause_ms: pauseMs }, 'a server process ended; starting it anew');
      setTimeout(() => (stopping ? undefined : void keepOneRunning(pauseMs).catch(() => undefined)), pauseMs);
    });
    return listening(worker);
  };

  try {
    const ports = await Promise.all(Array.from({ length: count }, () => keepOneRunning(0)));
    return { port: ports[0] as number, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
