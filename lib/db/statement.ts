// Prepared statements for hot paths: planned once a connection, about twice as fast as the same query
// through Prisma. Everything that is not hot uses Prisma.
import type pg from 'pg';
import { askOnLane } from './lanes';
import { pool } from './pool';
import type { Transaction } from './transaction';

/** A named SQL statement. `Row` is what it returns, `Values` its parameters in order. */
export interface Statement<Row extends pg.QueryResultRow, Values extends readonly unknown[]> {
  readonly name: string;
  /** All rows. Without a transaction it runs on a connection of the pool. */
  all(values: Values, tx?: Transaction): Promise<Row[]>;
  /** The only row, or null. */
  first(values: Values, tx?: Transaction): Promise<Row | null>;
  /** How many rows it changed. */
  run(values: Values, tx?: Transaction): Promise<number>;
}

/**
 * Declares a prepared statement. `name` is unique in the code base and shows in `pg_stat_statements`
 * logs; PostgreSQL truncates names at 63 bytes.
 */
export function statement<
  Row extends pg.QueryResultRow = never,
  Values extends readonly unknown[] = readonly unknown[],
>(name: string, text: string): Statement<Row, Values> {
  const execute = (values: Values, tx: Transaction | undefined) =>
    (tx ? tx.client : pool()).query<Row>({ name, text, values: values as unknown as unknown[] });
  return {
    name,
    all: async (values, tx) => (await execute(values, tx)).rows,
    first: async (values, tx) => (await execute(values, tx)).rows[0] ?? null,
    run: async (values, tx) => (await execute(values, tx)).rowCount ?? 0,
  };
}

/** A named `SELECT` of the row with a given key. */
export interface LookUp<Row extends pg.QueryResultRow, Values extends readonly unknown[]> {
  /** The row, or null. Without a transaction the question shares a connection with others. */
  first(values: Values, tx?: Transaction): Promise<Row | null>;
}

/**
 * Declares a prepared statement that finds one row by a unique key, and nothing slower: without a transaction it
 * runs on a connection that many share.
 */
export function lookUp<Row extends pg.QueryResultRow, Values extends readonly unknown[]>(
  name: string,
  text: string,
): LookUp<Row, Values> {
  return {
    first: async (values, tx) => {
      const query = { name, text, values: values as unknown as unknown[] };
      const { rows } = await (tx ? tx.client.query<Row>(query) : askOnLane<Row>(query));
      return rows[0] ?? null;
    },
  };
}
