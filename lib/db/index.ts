// PostgreSQL: one pool, prepared statements for hot paths, Prisma for the rest, one kind of transaction.
export { applicationRole, connectionSettings, pool } from './pool';
export { prisma } from './prisma';
export { keysetList, type KeysetFilters, type KeysetList } from './keyset-list';
export { lookUp, statement, type LookUp, type Statement } from './statement';
export { closeDatabase } from './close';
export { withTransaction, type Transaction, type TransactionOptions } from './transaction';
export { isDatabaseUnavailable, isUniqueViolation } from './faults';
