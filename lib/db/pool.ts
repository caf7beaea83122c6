// The one pool of PostgreSQL connections in a process; Prisma and the prepared statements share it.
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { singleton } from '@/lib/core/singleton';
import { environment } from '@/lib/env';
import { logger } from '@/lib/logging';

/** Every connection of the product acts as this role: no DDL, no change of append-only tables. */
export const applicationRole = 'partner_app';

// With the wait for a connection this stays within the request's 20 seconds (contract §3).
const statementTimeoutMs = 15_000;

/** Set while a transaction starts, so that we learn which client Prisma took for it. */
export interface ClientSlot {
  client?: pg.PoolClient;
}
// One for all copies of this code: the pool of one serves the transactions of the other.
export const clientSlots = singleton('db.client-slots', () => new AsyncLocalStorage<ClientSlot>());

/** A pool that tells the surrounding `withTransaction` which client it handed out. */
class ObservedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: unknown) => void,
    ) => void,
  ): void;
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(callback);
    const slot = clientSlots.getStore();
    if (!slot) return super.connect();
    return super.connect().then((client) => (slot.client = client));
  }
}

// int8 as a number: ours are pence and sequence numbers, all far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Settings of a connection that takes the application role. Also used by the queue and by LISTEN. */
export function connectionSettings(): pg.PoolConfig {
  return {
    connectionString: environment().databaseUrl,
    options: `-c role=${applicationRole} -c statement_timeout=${statementTimeoutMs} -c timezone=UTC`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  };
}

/** The process-wide pool. */
export function pool(): pg.Pool {
  return singleton('db.pool', () => {
    const created = new ObservedPool({
      ...connectionSettings(),
      application_name: 'partner-platform',
      // Statements that do not wait for each other share one journey.
      pipeline: true,
      max: environment().databasePoolSize,
      idleTimeoutMillis: 30_000,
    });
    // Without a listener an idle connection's end would end the process.
    created.on('error', (error) => logger().warn({ err: error }, 'idle database connection lost'));
    return created;
  });
}
