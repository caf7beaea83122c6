// Runs jobs in this process. Delivery is at least once: a worker that dies leaves its job to the next one.
import { EventEmitter } from 'node:events';
import { parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { logger } from '@/lib/logging';
import { jobPayloads, type JobHandler, type JobHandlers, type JobName } from './catalogue';
import { queueConnections } from './connections';
import { announceLife, type Life } from './liveness';
import { queueLogger } from './logger';
import { countJob } from './statistics';

export interface Schedule {
  readonly job: JobName;
  /** Cron pattern of five fields, in UTC. */
  readonly at: string;
}

export interface QueueOptions {
  readonly handlers: JobHandlers;
  readonly schedule: readonly Schedule[];
  /** Jobs at once; 4 when left out. */
  readonly concurrency?: number;
}

export interface QueueWorker {
  /** Takes no further job, waits for those that run, gives the rest back. */
  stop(): Promise<void>;
}

const defaultConcurrency = 4;
// How late a job that waits for its time may start; notified ones start at once.
const pollIntervalMs = 1_000;
const restartDelayMs = 1_000;

/** The handlers as the queue library calls them: payloads parsed by the catalogue first. */
export function taskList(handlers: JobHandlers): TaskList {
  const entries = (Object.keys(jobPayloads) as JobName[]).map((name) => {
    const handler = handlers[name] as JobHandler<JobName>;
    const task: TaskList[string] = async (raw, { abortSignal, job }) => {
      const { _cron, ...fields } = (raw ?? {}) as Record<string, unknown>;
      await handler(jobPayloads[name].parse(fields), { signal: abortSignal, attempt: job.attempts });
    };
    return [name, task] as const;
  });
  return Object.fromEntries(entries);
}

function observed(): WorkerEvents {
  const events = new EventEmitter() as WorkerEvents;
  events.on('job:success', ({ job }) => countJob(job.task_identifier, 'succeeded'));
  events.on('job:error', ({ job, error }) => {
    countJob(job.task_identifier, 'failed');
    logger().warn(
      { err: error, job: job.task_identifier, job_id: job.id, attempt: job.attempts },
      'job failed, will be retried',
    );
  });
  events.on('job:failed', ({ job, error }) => {
    countJob(job.task_identifier, 'exhausted');
    logger().error(
      { err: error, job: job.task_identifier, job_id: job.id, attempt: job.attempts },
      'job gave up: its tries are used up',
    );
  });
  return events;
}

function cronItems(schedule: readonly Schedule[]) {
  return parseCronItems(
    schedule.map(({ job, at }) => ({
      task: job,
      match: at,
      // One waiting run is enough, however long nobody ran it.
      options: { jobKey: `schedule:${job}`, jobKeyMode: 'preserve_run_at' as const, maxAttempts: 3 },
    })),
  );
}

/** One life of the library's runner, with connections of its own. It ends by `end` or by a breakdown. */
async function startGeneration(
  options: QueueOptions,
  onBreakdown: (error: unknown) => void,
): Promise<{ end(graceful: boolean): Promise<void> }> {
  const connections = queueConnections();
  let life: Life | undefined;
  let runner: Runner | undefined;
  const events = observed();
  events.on('pool:create', ({ workerPool }) => (life = announceLife(workerPool.id)));
  events.on('pool:fatalError', ({ error }) => onBreakdown(error));
  const end = async (graceful: boolean): Promise<void> => {
    if (graceful) await runner?.stop().catch(() => undefined); // already stopped by a breakdown
    // From here on what it still holds is given to others, so a broken runner need not be waited for.
    life?.end();
    await connections.end();
  };
  try {
    runner = await run({
      pgPool: connections,
      taskList: taskList(options.handlers),
      parsedCronItems: cronItems(options.schedule),
      concurrency: options.concurrency ?? defaultConcurrency,
      pollInterval: pollIntervalMs,
      noHandleSignals: true,
      logger: queueLogger(),
      events,
      // Without a batch the library leaves the promise that reports a job's end to nobody, and a connection cut
      // at that moment would end the process. A batch tells of it, and we start anew.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
  } catch (error) {
    await end(false);
    throw error;
  }
  runner.promise.then(() => onBreakdown(new Error('the queue ended by itself')), onBreakdown);
  return { end };
}

/** Starts taking jobs from the queue. A queue that breaks down (its database went away, say) starts anew. */
export async function startQueue(options: QueueOptions): Promise<QueueWorker> {
  let stopping = false;
  let restart: NodeJS.Timeout | undefined;
  let generation: Awaited<ReturnType<typeof startGeneration>> | undefined;

  const start = async (): Promise<void> => {
    let broken = false;
    const started = await startGeneration(options, (error) => {
      if (broken || stopping) return;
      broken = true;
      startAgain(error);
    });
    generation = started;
  };
  const startAgain = (error: unknown): void => {
    if (stopping) return;
    logger().error({ err: error }, 'the queue broke down; starting it anew');
    const old = generation;
    generation = undefined;
    void old?.end(false).catch(() => undefined); // its connections are gone anyway
    restart = setTimeout(() => void start().catch(startAgain), restartDelayMs);
  };

  await start();
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(restart);
      await generation?.end(true);
    },
  };
}
