// What the role of every pool connection may not do, even when the code above it is wrong.
import { describe, expect, it } from 'vitest';
import { pool } from '@/lib/db';
import { applicationQuery, ownerQuery } from '@/lib/testing';

const permissionDenied = '42501';

async function sqlStateOf(sql: string): Promise<unknown> {
  try {
    await applicationQuery(sql);
    return 'done';
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

describe('partner_app', () => {
  it('is who every pool connection is', async () => {
    const { rows } = await pool().query('SELECT current_user, session_user = current_user AS is_login');
    expect(rows).toEqual([{ current_user: 'partner_app', is_login: false }]);
  });

  it('cannot sign in by itself and has no power of its own', async () => {
    const [role] = await ownerQuery(
      `SELECT rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication
       FROM pg_roles WHERE rolname = 'partner_app'`,
    );
    expect(Object.values(role as object)).toEqual([false, false, false, false, false, false]);
  });

  it.each([
    'CREATE TABLE intruder (id int)',
    'CREATE SCHEMA intruder',
    'CREATE FUNCTION intruder() RETURNS int LANGUAGE sql RETURN 1',
    'ALTER TABLE applications ADD COLUMN intruder int',
    'ALTER TABLE applications DROP CONSTRAINT applications_amount',
    'ALTER TABLE events DISABLE TRIGGER ALL',
    'DROP TABLE applications',
    'DROP INDEX applications_decision_id_key',
    'CREATE INDEX ON applications (reference)',
    'TRUNCATE applications',
    'CREATE ROLE intruder',
  ])('cannot: %s', async (sql) => {
    expect(await sqlStateOf(sql)).toBe(permissionDenied);
  });

  it.each(['agreements', 'decision_versions', 'events', 'audit_entries'])(
    'adds to %s and reads it, nothing else',
    async (table) => {
      expect(await sqlStateOf(`DELETE FROM ${table}`)).toBe(permissionDenied);
      expect(await sqlStateOf(`TRUNCATE ${table}`)).toBe(permissionDenied);
      const columns = await ownerQuery<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
        [table],
      );
      expect(columns.length).toBeGreaterThan(3);
      for (const { name } of columns) {
        expect(await sqlStateOf(`UPDATE ${table} SET ${name} = ${name}`), name).toBe(permissionDenied);
      }
      expect(await sqlStateOf(`SELECT * FROM ${table} LIMIT 1`)).toBe('done');
    },
  );

  it.each(['control_changes', 'spent_assertions', 'idempotency_records'])(
    'adds to %s and erases from it, but changes nothing',
    async (table) => {
      const [column] = await ownerQuery<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
        [table],
      );
      expect(await sqlStateOf(`UPDATE ${table} SET ${column?.name} = ${column?.name}`)).toBe(
        permissionDenied,
      );
      expect(await sqlStateOf(`TRUNCATE ${table}`)).toBe(permissionDenied);
      expect(await sqlStateOf(`DELETE FROM ${table} WHERE false`)).toBe('done');
    },
  );

  it('reads which migrations are applied and cannot claim others', async () => {
    expect(await sqlStateOf('SELECT * FROM _prisma_migrations')).toBe('done');
    for (const sql of ['DELETE FROM _prisma_migrations', `UPDATE _prisma_migrations SET checksum = ''`]) {
      expect(await sqlStateOf(sql)).toBe(permissionDenied);
    }
    expect(
      await sqlStateOf(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', '', 'x')`),
    ).toBe(permissionDenied);
  });
});
