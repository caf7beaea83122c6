// The request log of a project: what each call was and what became of it, for 30 days (product §1).
export type { FinishedCall } from './finished-call';
export { maintainRequestLog } from './maintain';
export { flushRequestLog, logRequest, omittedRequests } from './recorder';
