// What every command does first: read the settings, check them before anything changes, and in development
// bring up what the machine lacks (database, master key).
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@/lib/db/embedded';
import { environment, parseEnvironment, type Environment } from '@/lib/env';
import { givenSetting, givenSettings, loadSettingsFile, provideSetting } from '@/lib/env/provide';
import { remembered } from '@/lib/env/remembered';
import { CommandError } from './command';
import { startLiveBank, type LiveBank } from './live-bank';

export interface Prepared {
  readonly settings: Environment;
  /** Folder of what development keeps; undefined in production. */
  readonly dataDirectory: string | undefined;
  /** The database server of development; undefined when DATABASE_URL names another one. */
  readonly embedded: EmbeddedPostgres | undefined;
  /** The simulated bank of development; undefined when a bank is configured, or jobs run elsewhere. */
  readonly liveBank: LiveBank | undefined;
}

// Passes the parser where a command needs no database; nothing connects to it.
const noDatabase = 'postgresql://none.invalid/none';

/**
 * Completes the settings of this process and starts what development needs beside it: the embedded database, and where
 * jobs run the simulated bank.
 *
 * @throws EnvironmentError, EmbeddedServerError with one sentence for the operator.
 */
export async function prepare({ runsJobs = false } = {}): Promise<Prepared> {
  checkSettings();
  provideSetting('NEXT_TELEMETRY_DISABLED', '1');
  if (isProduction()) {
    return { settings: environment(), dataDirectory: undefined, embedded: undefined, liveBank: undefined };
  }
  const dataDirectory = developmentDirectory();
  if (!givenSetting('MASTER_KEY')) {
    const makeKey = () => randomBytes(32).toString('base64');
    provideSetting('MASTER_KEY', await remembered(masterKeyFile(dataDirectory), makeKey));
  }
  let embedded: EmbeddedPostgres | undefined;
  if (!givenSetting('DATABASE_URL')) {
    embedded = await startEmbeddedPostgres(dataDirectory);
    provideSetting('DATABASE_URL', embedded.url);
  }
  const liveBank = runsJobs ? await startLiveBank(dataDirectory) : undefined;
  return { settings: environment(), dataDirectory, embedded, liveBank };
}

/**
 * For commands that only derive secrets of development: settings and master key, no database.
 *
 * @throws CommandError in production, and before the first start.
 */
export async function prepareForSecrets(): Promise<{ settings: Environment; dataDirectory: string }> {
  loadSettingsFile();
  refuseInProduction('Seeded credentials exist');
  checkSettings();
  const dataDirectory = developmentDirectory();
  if (!givenSetting('MASTER_KEY')) {
    if (!existsSync(masterKeyFile(dataDirectory))) {
      throw new CommandError('There is no development data yet; "npm start" makes it.');
    }
    provideSetting('MASTER_KEY', await remembered(masterKeyFile(dataDirectory), () => ''));
  }
  if (!givenSetting('DATABASE_URL')) provideSetting('DATABASE_URL', noDatabase);
  return { settings: environment(), dataDirectory };
}

/** @throws CommandError `<what> in development only`. */
export function refuseInProduction(what: string): void {
  if (isProduction()) throw new CommandError(`${what} in development only; APP_ENV is production.`);
}

function isProduction(): boolean {
  return givenSetting('APP_ENV') === 'production';
}

function developmentDirectory(): string {
  return path.resolve(givenSetting('DATA_DIR') ?? '.data');
}

/** The master key of this checkout, made on the first start. */
function masterKeyFile(dataDirectory: string): string {
  return path.join(dataDirectory, 'master-key');
}

/**
 * Reads and checks the settings before anything changes; the two that development makes by itself have stand-ins.
 *
 * @throws EnvironmentError with one sentence for the operator.
 */
export function checkSettings(): Environment {
  loadSettingsFile();
  const given = givenSettings();
  if (isProduction()) return parseEnvironment(given);
  return parseEnvironment({
    ...given,
    DATABASE_URL: given['DATABASE_URL'] || noDatabase,
    MASTER_KEY: given['MASTER_KEY'] || randomBytes(32).toString('base64'),
  });
}
