// What the database says of itself.
import { statement } from '@/lib/db';

const appliedMigrations = statement<{ migration_name: string }, []>(
  'health_applied_migrations',
  'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
);

/** Names of the migrations that this database has. */
export async function readAppliedMigrations(): Promise<ReadonlySet<string>> {
  return new Set((await appliedMigrations.all([])).map((row) => row.migration_name));
}
