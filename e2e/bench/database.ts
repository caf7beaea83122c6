// SQL as the owner of a run's database: fills it far faster than the product could be asked to.
import pg from 'pg';
import { atEnd } from './closers';
import type { Stores } from './servers';

const pools = new WeakMap<Stores, pg.Pool>();

/** Runs one statement as the owner. */
export async function ownerQuery<Row extends pg.QueryResultRow = never>(
  stores: Stores,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  let pool = pools.get(stores);
  if (!pool) {
    const made = new pg.Pool({ connectionString: stores.databaseUrl, max: 2 });
    atEnd(() => made.end());
    pools.set(stores, (pool = made));
  }
  return (await pool.query<Row>(sql, [...values])).rows;
}
