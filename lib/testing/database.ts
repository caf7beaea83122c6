// The owner's hand on this test file's database: what the application role may not do, and what a test wants to count.
import pg from 'pg';
import { applicationRole } from '@/lib/db';

/** The database's own address, as the owner. */
export function testDatabaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (!url?.includes('/test_'))
    throw new Error('Only *.db.test.ts, *.redis.test.ts and route tests have a database.');
  return url;
}

async function query<Row extends pg.QueryResultRow>(
  role: string | undefined,
  sql: string,
  values: unknown[],
): Promise<Row[]> {
  const client = new pg.Client({
    connectionString: testDatabaseUrl(),
    ...(role && { options: `-c role=${role}` }),
  });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Rows of `sql`, run by the owner on a connection of its own. */
export function ownerQuery<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return query<Row>(undefined, sql, values);
}

/** Rows of `sql`, run as the product's role on a connection of its own: for tests of what that role may not do. */
export function applicationQuery<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return query<Row>(applicationRole, sql, values);
}

/** How many rows `table` has, of those that fulfil `condition`. */
export async function countRows(table: string, condition = 'true', values: unknown[] = []): Promise<number> {
  const [row] = await ownerQuery<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${pg.escapeIdentifier(table)} WHERE ${condition}`,
    values,
  );
  return row?.count ?? 0;
}
