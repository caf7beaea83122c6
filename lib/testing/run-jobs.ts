// Does the queued work now, in this process, instead of waiting for a worker.
import { EventEmitter } from 'node:events';
import { Logger, runOnce, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { connectionSettings } from '@/lib/db';
import { taskList, type JobHandlers, type JobName } from '@/lib/jobs';

const silent = new Logger(() => () => undefined);

/**
 * Runs every job that is due, and those that they enqueue, until none is left. Jobs of a later time stay.
 *
 * @param handlers those that the test is about; a job of another name fails. Left out: the product's own.
 * @returns the names of the jobs that succeeded, in the order in which they ended.
 * @throws the first error of a job. The queue would try again later; a test wants to know.
 */
export async function runJobs(handlers?: Partial<JobHandlers>): Promise<JobName[]> {
  // Loaded on first use: it reaches every domain.
  const given = handlers ?? (await import('@/lib/worker')).jobHandlers;
  const missing = new Proxy(given, {
    get: (target, name: JobName) =>
      target[name] ?? (() => Promise.reject(new Error(`The test gave no handler for ${name}`))),
  }) as JobHandlers;
  const succeeded: JobName[] = [];
  const errors: unknown[] = [];
  const events = new EventEmitter() as WorkerEvents;
  events.on('job:success', ({ job }) => succeeded.push(job.task_identifier as JobName));
  events.on('job:error', ({ error }) => errors.push(error));
  const pool = new pg.Pool({ ...connectionSettings(), max: 4 });
  // The queue library warns about pools that let a lost connection end the process.
  pool.on('error', (error) => errors.push(error));
  pool.on('connect', (client) => client.on('error', (error) => errors.push(error)));
  try {
    await runOnce({
      pgPool: pool,
      taskList: taskList(missing),
      noHandleSignals: true,
      events,
      logger: silent,
    });
  } finally {
    await pool.end();
  }
  if (errors.length > 0) throw errors[0];
  return succeeded;
}
