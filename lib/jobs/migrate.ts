// Installs the queue's schema as the owner role and opens it to the application role. The library turns on
// row-level security for its tables; without a policy the application role would see no rows at all.
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { applicationRole } from '@/lib/db';
import { queueLogger } from './logger';

const tables = ['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'] as const;

// An arbitrary number of ours: two starts at once must not both create the policies.
const grantLock = 7_270_002;

function grants(): string {
  const statements = [
    `GRANT USAGE ON SCHEMA graphile_worker TO ${applicationRole}`,
    `GRANT SELECT ON graphile_worker.migrations, graphile_worker.jobs TO ${applicationRole}`,
  ];
  for (const table of tables) {
    statements.push(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON graphile_worker.${table} TO ${applicationRole}`,
      `DROP POLICY IF EXISTS application_role ON graphile_worker.${table}`,
      `CREATE POLICY application_role ON graphile_worker.${table} TO ${applicationRole} USING (true) WITH CHECK (true)`,
    );
  }
  return statements.join(';\n');
}

/** Whether all that stands already. Making it anew locks the tables against everybody who enqueues in that moment. */
const isGranted = `
  SELECT count(*) = ${tables.length} AS granted FROM pg_policies
  WHERE schemaname = 'graphile_worker' AND policyname = 'application_role' AND '${applicationRole}' = ANY (roles)
    AND tablename = ANY ('{${tables.join(',')}}')`;

/**
 * Brings the queue's schema up to date. Safe to run again, and by several processes at once.
 *
 * @param ownerConnectionString Connection of the role that owns the database's objects.
 */
export async function migrateQueue(ownerConnectionString: string): Promise<void> {
  await runMigrations({ connectionString: ownerConnectionString, logger: queueLogger() });
  const client = new pg.Client({ connectionString: ownerConnectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ granted: boolean }>(isGranted);
    if (rows[0]?.granted) return;
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${grantLock});\n${grants()};\nCOMMIT`);
  } finally {
    await client.end();
  }
}
