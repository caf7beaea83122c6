// The request log of a project: what each call was and what became of it, for 30 days (product §1).
export type { FinishedCall } from './finished-call';
export { listErrorGroups, listRequests } from './list';
export { maintainRequestLog } from './maintain';
export { readRequest } from './read';
export { flushRequestLog, logRequest, omittedRequests } from './recorder';
export { errorGroupsSchema, listRequestsSchema } from './schemas';
export type { RequestDetail, RequestSummary } from './serialize';
export { watchRequests } from './watch';
