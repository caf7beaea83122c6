// The queue library's log lines in our own log. Job errors are logged by run.ts with what they mean.
import { Logger } from 'graphile-worker';
import { logger } from '@/lib/logging';

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const;

/** A logger for graphile-worker. Its meta data may hold payloads, so only its scope is kept. */
export function queueLogger(): Logger {
  return new Logger((scope) => (level, message) => {
    logger()[levels[level]](
      { queue: { label: scope.label, task: scope.taskIdentifier, job: scope.jobId } },
      message,
    );
  });
}
