// The template database: the committed migrations and the queue's own, applied by the owner as in production.
import './settings';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '@/lib/db/migrate';
import { migrateQueue } from '@/lib/jobs';

/** The same server, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const migrations = path.resolve(import.meta.dirname, '../../../prisma/migrations');

/** Makes the database `template` on the server, migrates it, and closes it to everybody but `CREATE DATABASE`. */
export async function migrateTemplate(serverUrl: string, template: string): Promise<void> {
  const name = pg.escapeIdentifier(template);
  await asOwner(serverUrl, `CREATE DATABASE ${name} TEMPLATE template0`);
  await migrate(databaseUrl(serverUrl, template), migrations);
  await migrateQueue(databaseUrl(serverUrl, template));
  await asOwner(serverUrl, `ALTER DATABASE ${name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
}
