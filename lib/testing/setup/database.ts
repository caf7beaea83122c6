// Set-up file: gives the test file a database of its own and takes it away afterwards.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { pool } from '@/lib/db';
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

afterAll(async () => {
  const connections = pool();
  if (!connections.ended) await connections.end();
  // A test may have left a connection of its own open; then the database goes when the run ends.
  await onServer(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`).catch(() => undefined);
});
