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
 * @param handlers the product's own (`lib/worker`), or those that the test is about; a job of another name fails.
 * @returns the names of the jobs that succeeded, in the order in which they ended.
 * @throws the first error of a job. The queue would try again later; a test wants to know.
 */
export async function runJobs(handlers: Partial<JobHandlers>): Promise<JobName[]> {
  const missing = new Proxy(handlers, {
    get: (target, name: JobName) =>
      target[name] ?? (() => Promise.reject(new Error(`The test gave no handler for ${name}`))),
  }) as JobHandlers;
  const succeeded: JobName[] = [];
  const errors: unknown[] = [];
  const events = new EventEmitter() as WorkerEvents;
  events.on('job:success', ({ job }) => succeeded.push(job.task_identifier as JobName));
  events.on('job:error', ({ error }) => errors.push(error));
  await runOnce({
    pgPool: pool(),
    taskList: taskList(missing),
    noHandleSignals: true,
    events,
    logger: silent,
  });
  if (errors.length > 0) throw errors[0];
  return succeeded;
}
