// The only reader of `process.env`. Settings are typed, checked before anything else happens, and work
// as shipped. `APP_ENV` says which environment this is; `NODE_ENV` only says how Next was built.
import { singleton } from '@/lib/core/singleton';
import { EnvironmentError } from './error';
import { isStrongMasterKey } from './master-key';
import { requireProductionSettings } from './production';
import { environmentSchema } from './schema';

export { EnvironmentError };

export interface Environment {
  readonly appEnv: 'development' | 'production';
  readonly host: string;
  readonly port: number;
  /** Public origin without a trailing slash; issuer of tokens. */
  readonly appUrl: string;
  readonly databaseUrl: string;
  /** Connection of the owner role, for migrations. */
  readonly migrationDatabaseUrl: string;
  readonly databasePoolSize: number;
  readonly redisUrl: string | undefined;
  /** How many processes share the limits while Redis is away. */
  readonly limiterShares: number;
  readonly webConcurrency: number;
  /** How many proxies in front of us are ours; decides the client address. */
  readonly trustedHops: number;
  /** After the signal to stop it still serves for so long, and says that it is not ready: balancers look elsewhere meanwhile. */
  readonly drainSeconds: number;
  /** 32 random bytes in base64; every other server key derives from it. */
  readonly masterKey: string;
  readonly accessTokenSeconds: number;
  readonly metricsToken: string | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly worker: 'inline' | 'separate';
  readonly allowLocalWebhooks: boolean;
  readonly simulatedLiveProviders: boolean;
  /** SMTP server; undefined in development shows mail at /dev/mail. */
  readonly mailUrl: string | undefined;
  readonly mailFrom: string;
  /** Address of the bank that pays out for live projects; undefined keeps live money-out stopped. */
  readonly bankRailUrl: string | undefined;
  readonly bankRailToken: string | undefined;
}

/**
 * Reads settings from `source`.
 *
 * @throws EnvironmentError naming the first setting that is missing, malformed, or not allowed in production.
 */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  // An empty value means "not set": .env files spell it that way.
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new EnvironmentError(`The setting ${issue?.path.join('.')} cannot be used: ${issue?.message}.`);
  }
  const raw = parsed.data;
  if (raw.APP_ENV === 'production') requireProductionSettings(raw, given);
  if (raw.DATABASE_URL === undefined) {
    throw new EnvironmentError('DATABASE_URL is not set; `npm start` sets it for the embedded PostgreSQL.');
  }
  if (raw.MASTER_KEY === undefined) {
    throw new EnvironmentError('MASTER_KEY is not set; `npm start` makes one for development.');
  }
  if (!isStrongMasterKey(raw.MASTER_KEY)) {
    throw new EnvironmentError(
      'MASTER_KEY must be 32 random bytes in base64; `openssl rand -base64 32` prints one.',
    );
  }
  if (raw.WEB_CONCURRENCY > 1 && raw.REDIS_URL === undefined) {
    throw new EnvironmentError(
      `WEB_CONCURRENCY=${raw.WEB_CONCURRENCY} needs REDIS_URL: several processes can only share limits through Redis.`,
    );
  }
  return {
    appEnv: raw.APP_ENV,
    host: raw.HOST ?? (raw.APP_ENV === 'production' ? '0.0.0.0' : '127.0.0.1'),
    port: raw.PORT,
    appUrl: raw.APP_URL ?? `http://localhost:${raw.PORT}`,
    databaseUrl: raw.DATABASE_URL,
    migrationDatabaseUrl: raw.MIGRATION_DATABASE_URL ?? raw.DATABASE_URL,
    databasePoolSize: raw.DATABASE_POOL_SIZE,
    redisUrl: raw.REDIS_URL,
    limiterShares: raw.LIMITER_SHARES ?? raw.WEB_CONCURRENCY,
    webConcurrency: raw.WEB_CONCURRENCY,
    trustedHops: raw.TRUSTED_HOPS,
    // A person who presses Ctrl-C waits for no balancer.
    drainSeconds: raw.DRAIN_SECONDS ?? (raw.APP_ENV === 'production' ? 5 : 0),
    masterKey: raw.MASTER_KEY,
    accessTokenSeconds: raw.ACCESS_TOKEN_SECONDS,
    metricsToken: raw.METRICS_TOKEN,
    logLevel: raw.LOG_LEVEL,
    worker: raw.WORKER,
    allowLocalWebhooks: raw.ALLOW_LOCAL_WEBHOOKS,
    mailUrl: raw.MAIL_URL,
    mailFrom: raw.MAIL_FROM,
    // Development has no real providers to ask, so it simulates them unless told not to.
    bankRailUrl: raw.BANK_RAIL_URL,
    bankRailToken: raw.BANK_RAIL_TOKEN,
    simulatedLiveProviders: raw.APP_ENV === 'development' && raw.LIVE_PROVIDERS !== 'none',
  };
}

/** The settings of this process, read once. */
export function environment(): Environment {
  return singleton('environment', () => parseEnvironment(process.env));
}
