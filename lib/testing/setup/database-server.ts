// Global set-up: one PostgreSQL for the run, and in it the migrated template that every test file clones.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { singleton } from '@/lib/core/singleton';
import { startPostgres } from '../servers/postgres';
import { migrateTemplate } from './template';

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's connection to the maintenance database. */
    databaseServerUrl: string;
    /** Name of the template; also the prefix of its clones. */
    databaseTemplate: string;
  }
}

interface Prepared {
  readonly url: string;
  readonly template: string;
  stop(): Promise<void>;
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of rows) {
      await client.query(`ALTER DATABASE ${pg.escapeIdentifier(datname)} WITH IS_TEMPLATE false`);
      await client.query(`DROP DATABASE ${pg.escapeIdentifier(datname)} WITH (FORCE)`);
    }
  } finally {
    await client.end();
  }
}

async function prepare(): Promise<Prepared> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { url: given, stop: () => Promise.resolve() } : await startPostgres();
  const template = `test_${randomBytes(5).toString('hex')}`;
  try {
    await migrateTemplate(server.url, template);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: server.url,
    template,
    async stop() {
      if (given) await dropDatabases(server.url, template);
      await server.stop();
    },
  };
}

interface Shared {
  users: number;
  prepared?: Promise<Prepared>;
}

/** Several projects of a run share one server; the last to finish ends it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = singleton<Shared>('testing.database-server', () => ({ users: 0 }));
  shared.users += 1;
  const prepared = await (shared.prepared ??= prepare());
  project.provide('databaseServerUrl', prepared.url);
  project.provide('databaseTemplate', prepared.template);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete shared.prepared;
    await prepared.stop();
  };
}
