// The template database: the committed migrations, applied by the owner as in production.
import path from 'node:path';
import pg from 'pg';
import { migrate } from '@/lib/db/migrate';

/** The same server, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const migrations = path.resolve(import.meta.dirname, '../../../prisma/migrations');

/** Makes the database `template` on the server, migrates it, and closes it to everybody but `CREATE DATABASE`. */
export async function migrateTemplate(serverUrl: string, template: string): Promise<void> {
  const name = pg.escapeIdentifier(template);
  await asOwner(
    serverUrl,
    async (client) => void (await client.query(`CREATE DATABASE ${name} TEMPLATE template0`)),
  );
  await migrate(databaseUrl(serverUrl, template), migrations);
  await asOwner(
    serverUrl,
    async (client) =>
      void (await client.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`)),
  );
}
