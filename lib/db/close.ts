// Ends every connection of this process to PostgreSQL.
import type pg from 'pg';
import { existingSingleton } from '@/lib/core/singleton';
import { closeLanes } from './lanes';

/** After the answers under way. Safe where nothing was opened. */
export async function closeDatabase(): Promise<void> {
  const pool = existingSingleton('db.pool') as pg.Pool | undefined;
  await Promise.all([closeLanes(), pool?.ended ? undefined : pool?.end()]);
}
