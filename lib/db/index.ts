// PostgreSQL: one pool, prepared statements for hot paths, Prisma for the rest, one kind of transaction.
export { applicationRole, connectionSettings, pool } from './pool';
export { prisma } from './prisma';
export { statement, type Statement } from './statement';
export { withTransaction, type Transaction, type TransactionOptions } from './transaction';
export { isDatabaseUnavailable, isUniqueViolation } from './faults';
