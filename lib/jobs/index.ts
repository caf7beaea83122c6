// Work after the commit: a queue in PostgreSQL, fed by the transaction that needs the work done.
export { enqueue, type EnqueueOptions } from './enqueue';
export { migrateQueue } from './migrate';
export { queueCensus, type QueueCensus } from './repository';
export { startQueue, taskList, type QueueWorker, type Schedule } from './run';
export { jobStatistics, type JobStatistics } from './statistics';
export type { JobHandler, JobHandlers, JobName, JobPayload, JobRun } from './catalogue';
