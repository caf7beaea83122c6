// Set-up file: gives the test file a database of its own and takes it away afterwards.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { existingSingleton } from '@/lib/core/singleton';
import { closeDatabase } from '@/lib/db';
import { databaseUrl } from './template';

const serverUrl = inject('databaseServerUrl');
const name = `${inject('databaseTemplate')}_${randomBytes(5).toString('hex')}`;

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

await onServer(
  `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(inject('databaseTemplate'))}`,
);
process.env['DATABASE_URL'] = databaseUrl(serverUrl, name);

/** Ends what the tests of this file have opened through the product, in the order of a shutdown. */
async function closeEverything(): Promise<void> {
  await (existingSingleton('control-feed') as { stop(): Promise<void> } | undefined)?.stop();
  (existingSingleton('rate-limit.limiter') as { close(): void } | undefined)?.close();
  await closeDatabase();
}

afterAll(async () => {
  await closeEverything();
  // By force: a test may have left a connection of its own open, and PostgreSQL would wait five seconds for it.
  await onServer(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
});
