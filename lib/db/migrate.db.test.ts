import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ownerQuery, testDatabaseUrl } from '@/lib/testing';
import { migrate } from './migrate';

const committed = path.resolve('prisma/migrations');
const scratch = await mkdtemp(path.join(tmpdir(), 'partner-platform-migrations-'));
const databases: string[] = [];
let url: string;

/** An empty database on the test server. */
async function emptyDatabase(): Promise<string> {
  const name = `test_migrate_${randomBytes(5).toString('hex')}`;
  databases.push(name);
  await ownerQuery(`CREATE DATABASE ${name} TEMPLATE template0`);
  return Object.assign(new URL(testDatabaseUrl()), { pathname: `/${name}` }).toString();
}

async function query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A migrations folder of its own: file contents by migration name. */
async function migrationsFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(scratch, 'folder-'));
  for (const [name, sql] of Object.entries(files)) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, 'migration.sql'), sql);
  }
  return folder;
}

async function committedMigrations(): Promise<[name: string, sql: string][]> {
  const entries = await readdir(committed, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name): Promise<[string, string]> => {
      return [name, await readFile(path.join(committed, name, 'migration.sql'), 'utf8')];
    }),
  );
}

/** The script up to each of its statements' ends; a `$$` body is one statement. */
function prefixes(sql: string): string[] {
  const ends = [...sql.matchAll(/;[ \t]*$/gm)].map((match) => match.index + 1);
  return ends.map((end) => sql.slice(0, end)).filter((prefix) => prefix.split('$$').length % 2 === 1);
}

const namesOf = (rows: { migration_name: string }[]) => rows.map((row) => row.migration_name);
const recorded = () =>
  query<{ migration_name: string }>('SELECT migration_name FROM _prisma_migrations ORDER BY 1');
/** What there is, and how many migrations are recorded. */
const relations = () =>
  query(`SELECT (SELECT count(*) FROM pg_class) AS relations, (SELECT count(*) FROM pg_constraint) AS constraints,
    (SELECT count(*) FROM pg_type) AS types, (SELECT count(*) FROM _prisma_migrations) AS migrations`);

function prismaStatus(): Promise<{ stdout: string }> {
  const args = ['node_modules/prisma/build/index.js', 'migrate', 'status'];
  return promisify(execFile)(process.execPath, args, { env: { ...process.env, DATABASE_URL: url } });
}

beforeEach(async () => {
  url = await emptyDatabase();
});

afterAll(async () => {
  for (const name of databases) await ownerQuery(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await rm(scratch, { recursive: true });
});

describe('migrate', () => {
  it('applies everything once, in order, and Prisma agrees', { timeout: 60_000 }, async () => {
    const names = (await committedMigrations()).map(([name]) => name);
    expect(await migrate(url)).toEqual(names);
    expect(await migrate(url)).toEqual([]);
    expect(namesOf(await recorded())).toEqual(names);
    expect((await prismaStatus()).stdout).toContain('Database schema is up to date!');
  });

  it('is safe to run three times at once', async () => {
    const runs = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const names = (await committedMigrations()).map(([name]) => name);
    expect(runs.flat().toSorted()).toEqual(names);
    expect(namesOf(await recorded())).toEqual(names);
  });

  it('is safe to run in several databases of one server at once, which share their roles', async () => {
    const urls = await Promise.all([emptyDatabase(), emptyDatabase(), emptyDatabase()]);
    const runs = await Promise.all(urls.map((each) => migrate(each)));
    expect(runs.every((applied) => applied.length > 0)).toBe(true);
  });

  it(
    'leaves nothing of a migration that is killed at any statement, and applies it again',
    { timeout: 120_000 },
    async () => {
      let kills = 0;
      for (const [name, sql] of await committedMigrations()) {
        await migrate(url, await migrationsFolder({})); // Prisma's table is there from now on
        const before = await relations();
        for (const prefix of prefixes(sql)) {
          kills += 1;
          const broken = await migrationsFolder({
            [name]: `${prefix}\nSELECT pg_terminate_backend(pg_backend_pid());`,
          });
          await expect(migrate(url, broken)).rejects.toThrow();
          expect(await relations()).toEqual(before);
        }
        await migrate(url, await migrationsFolder({ [name]: sql }));
        expect(namesOf(await recorded())).toContain(name);
      }
      expect(kills).toBeGreaterThan(100);
    },
  );

  it('names the migration that fails and rolls it back', async () => {
    const folder = await migrationsFolder({
      '1_good': 'CREATE TABLE good ();',
      '2_bad': 'CREATE TABLE bad (); SELECT 1/0;',
    });
    await expect(migrate(url, folder)).rejects.toThrow(
      'Migration 2_bad failed and was rolled back: division by zero.',
    );
    expect(namesOf(await recorded())).toEqual(['1_good']);
    expect(
      await query(`SELECT to_regclass('good') IS NOT NULL AS good, to_regclass('bad') IS NULL AS none`),
    ).toEqual([{ good: true, none: true }]);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    const folder = await migrationsFolder({ '1_one': 'CREATE TABLE one ();' });
    await migrate(url, folder);
    const changed = await mkdtemp(path.join(scratch, 'changed-'));
    await cp(folder, changed, { recursive: true });
    await writeFile(path.join(changed, '1_one/migration.sql'), 'CREATE TABLE two ();');
    await expect(migrate(url, changed)).rejects.toThrow(/1_one was changed after this database applied it/);
  });

  it('refuses to go on after a migration that the Prisma command line left half done', async () => {
    const folder = await migrationsFolder({ '1_one': 'CREATE TABLE one ();' });
    await migrate(url, folder);
    await query('UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(migrate(url, folder)).rejects.toThrow(/npx prisma migrate resolve/);
  });

  it("works for an owner who is no superuser, whose login can then take the application's role", async () => {
    const owner = `owner_${randomBytes(5).toString('hex')}`;
    await ownerQuery(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD 'p'`);
    const name = new URL(url).pathname.slice(1);
    await ownerQuery(`ALTER DATABASE ${name} OWNER TO ${owner}`);
    await query(`ALTER SCHEMA public OWNER TO ${owner}`);
    await ownerQuery(`GRANT partner_app TO ${owner} WITH ADMIN TRUE, SET FALSE`); // as if it had made the role
    url = Object.assign(new URL(url), { username: owner, password: 'p' }).toString();
    await migrate(url);
    await query('SET ROLE partner_app');
    await ownerQuery(`DROP DATABASE ${name} WITH (FORCE)`);
    await ownerQuery(`DROP ROLE ${owner}`);
  });
});
