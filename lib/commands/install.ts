// Brings the database to this version of the product and makes sure that it belongs to these settings.
import { seed } from '@/prisma/seed';
import { sign } from '@/lib/crypto';
import { migrate } from '@/lib/db/migrate';
import type { Environment } from '@/lib/env';
import { migrateQueue } from '@/lib/jobs';
import { ensureSigningKeys } from '@/lib/oauth';
import { CommandError } from './command';
import { readFact, rememberFact } from './repository';

/** Applies the migrations of the product and of the queue, as the owner. Returns the names of ours. */
export async function migrateAll(settings: Environment): Promise<string[]> {
  const applied = await migrate(settings.migrationDatabaseUrl);
  await migrateQueue(settings.migrationDatabaseUrl);
  return applied;
}

/**
 * Makes the database ready to serve: migrated, set up with this master key, and seeded in development.
 *
 * @throws CommandError when the database belongs to another master key, or to development while we are production.
 */
export async function install(settings: Environment): Promise<void> {
  await migrateAll(settings);
  const fingerprint = sign('fingerprint', 'master key').toString('hex');
  if ((await rememberFact('master_key_fingerprint', fingerprint)) !== fingerprint) {
    throw new CommandError(
      'MASTER_KEY is not the one this database was set up with; what it encrypted could not be read.',
    );
  }
  await ensureSigningKeys();
  if (settings.appEnv === 'development') {
    await rememberFact('development_seed', 'yes');
    await seed();
  } else if (await readFact('development_seed')) {
    throw new CommandError(
      'This database holds the seed data of development; a production start refuses it.',
    );
  }
}
