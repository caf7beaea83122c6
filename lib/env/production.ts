// What a production start demands of the settings, and what it refuses.
import { EnvironmentError } from './error';
import type { RawEnvironment } from './schema';

const developmentOnly = ['ALLOW_LOCAL_WEBHOOKS', 'LIVE_PROVIDERS', 'DATA_DIR'] as const;
const needed = ['APP_URL', 'DATABASE_URL', 'MASTER_KEY', 'METRICS_TOKEN', 'MAIL_URL'] as const;
const databaseUrls = ['DATABASE_URL', 'MIGRATION_DATABASE_URL'] as const;

/** Words that stand in examples and never in a generated secret. */
const exampleWords = /example|change[-_ ]?me|password|secret|default|postgres/i;
const leastPasswordCharacters = 12;

/**
 * @param given the settings as they were given, empty ones left out.
 * @throws EnvironmentError naming the first setting that production does not start with.
 */
export function requireProductionSettings(
  raw: RawEnvironment,
  given: Readonly<Record<string, string | undefined>>,
): void {
  for (const name of developmentOnly) {
    const value = given[name];
    if (value !== undefined && value !== '0' && value !== 'none') {
      throw new EnvironmentError(`${name} exists in development only; a production start refuses it.`);
    }
  }
  for (const name of needed) {
    if (raw[name] === undefined) throw new EnvironmentError(`Production needs the setting ${name}.`);
  }
  if (!raw.APP_URL?.startsWith('https://'))
    throw new EnvironmentError('APP_URL must be https in production.');
  if (exampleWords.test(raw.METRICS_TOKEN ?? '')) {
    throw new EnvironmentError('METRICS_TOKEN is an example; a production start needs a secret of your own.');
  }
  if (raw.BANK_RAIL_URL !== undefined) {
    if (!raw.BANK_RAIL_URL.startsWith('https://'))
      throw new EnvironmentError('BANK_RAIL_URL must be https in production.');
    if (raw.BANK_RAIL_TOKEN === undefined)
      throw new EnvironmentError('BANK_RAIL_URL needs BANK_RAIL_TOKEN in production.');
    if (exampleWords.test(raw.BANK_RAIL_TOKEN))
      throw new EnvironmentError(
        'BANK_RAIL_TOKEN is an example; a production start needs a secret of your own.',
      );
  }
  for (const name of databaseUrls) {
    if (hasWeakPassword(raw[name])) {
      throw new EnvironmentError(
        `${name} has a short password or an example; a production start needs one of your own.`,
      );
    }
  }
}

/** No password at all is no example: the server may know its clients by certificate or by socket. */
function hasWeakPassword(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const password = decodeURIComponent(new URL(url).password);
  return password !== '' && (password.length < leastPasswordCharacters || exampleWords.test(password));
}
