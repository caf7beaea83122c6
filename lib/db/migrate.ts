// Applies the committed migrations at start. `prisma migrate` authors them and needs its schema engine; this
// runner needs only `pg`. It takes Prisma's lock and keeps Prisma's table, so that `prisma migrate status` agrees.
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** The database cannot be brought to this version of the product. `message` is one sentence for the operator. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in hex, as Prisma stores it. */
  readonly checksum: string;
}

interface AppliedMigration {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

// Key of the advisory lock that every `prisma migrate` command takes.
const prismaLockKey = 72_707_369;
const lockTimeoutMs = 60_000;

/**
 * Applies what is missing, in the order of the names. Each migration and its row in `_prisma_migrations`
 * commit together: one that was killed at any statement is simply applied again. A migration therefore
 * cannot hold statements that refuse a transaction (CREATE INDEX CONCURRENTLY). Parallel runs are safe.
 *
 * @param ownerUrl connection string of the role that owns the tables.
 * @returns names of the migrations that this call applied.
 * @throws MigrationError when a migration fails, or an applied one was changed since.
 */
export async function migrate(
  ownerUrl: string,
  directory = path.resolve('prisma/migrations'),
): Promise<string[]> {
  const migrations = await readMigrations(directory);
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'partner-platform-migrate',
    connectionTimeoutMillis: 10_000,
  });
  // A connection lost between two queries would otherwise end the process; the next query reports it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await takeLock(client);
    return await applyMissing(client, migrations);
  } finally {
    await client.end().catch(() => undefined); // gives the lock back
  }
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function takeLock(client: pg.Client): Promise<void> {
  await client.query(`SET lock_timeout = ${lockTimeoutMs}`);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLockKey]);
  } catch (error) {
    if ((error as { code?: unknown }).code !== '55P03') throw error; // lock_not_available
    throw new MigrationError(
      `Another migration has been running on this database for ${lockTimeoutMs / 1000} seconds.`,
    );
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  await ensureTable(client);
  const { rows } = await client.query<AppliedMigration>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const known = new Map(rows.map((row) => [row.migration_name, row]));
  const applied: string[] = [];
  for (const migration of migrations) {
    const row = known.get(migration.name);
    if (row) {
      requireUnchanged(migration, row);
    } else {
      await apply(client, migration);
      applied.push(migration.name);
    }
  }
  return applied;
}

/** As `prisma migrate` makes it. */
async function ensureTable(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id                  VARCHAR(36) PRIMARY KEY NOT NULL,
      checksum            VARCHAR(64) NOT NULL,
      finished_at         TIMESTAMPTZ,
      migration_name      VARCHAR(255) NOT NULL,
      logs                TEXT,
      rolled_back_at      TIMESTAMPTZ,
      started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
      applied_steps_count INTEGER NOT NULL DEFAULT 0
    )`);
}

function requireUnchanged(migration: Migration, row: AppliedMigration): void {
  if (row.finished_at === null) {
    throw new MigrationError(
      `Migration ${migration.name} was begun by the Prisma command line and failed; mend it with "npx prisma migrate resolve".`,
    );
  }
  if (row.checksum !== migration.checksum) {
    throw new MigrationError(
      `Migration ${migration.name} was changed after this database applied it; add a new one instead.`,
    );
  }
}

async function apply(client: pg.Client, migration: Migration, attempt = 1): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    // Roles belong to the whole cluster: the same migration in another database may touch them just now.
    if (attempt < 5 && /tuple concurrently updated/.test((error as Error).message)) {
      return apply(client, migration, attempt + 1);
    }
    throw new MigrationError(
      `Migration ${migration.name} failed and was rolled back: ${(error as Error).message}.`,
    );
  }
}
