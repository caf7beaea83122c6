// What tests use. The kind of a test follows from its file name (vitest.config.ts):
//   *.test.ts        pure: no server; a database query fails
//   *.db.test.ts     a PostgreSQL database of its own, cloned from the migrated template
//   *.redis.test.ts  the same, and a redis-server of its own
//   route.test.ts, *.route.test.ts  the whole pipeline on PostgreSQL and the in-process limiter
// Nothing has to be opened or closed: the set-up files do it, and `environment()` names what they opened.
export { callRoute, type RouteAnswer, type RouteCall } from './call-route';
export { createClient, type TestClient } from './clients';
export { testClock, type TestClock } from './clock';
export { applicationQuery, countRows, ownerQuery, testDatabaseUrl } from './database';
export { copyRow, explainStatement, listCosts, planModes, rowsTouched } from './explain';
export { createPartner, createProject, inWriteContext, readContext, type ProjectOptions } from './factories';
export { redisServer } from './redis-server';
export { runJobs } from './run-jobs';
