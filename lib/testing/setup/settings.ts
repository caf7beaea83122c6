// The settings every test runs with. First among the set-up files: `environment()` reads them once.
import { randomBytes } from 'node:crypto';

const settings: Record<string, string> = {
  APP_ENV: 'development',
  APP_URL: 'http://localhost:3000',
  MASTER_KEY: randomBytes(32).toString('base64'),
  METRICS_TOKEN: 'metrics-token-of-the-tests',
  LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
  DATABASE_POOL_SIZE: '10',
  // Port 1 refuses: a pure test that asks a database fails at once. Database projects set a real one.
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
};
// Nothing of the developer's own settings may decide a test.
for (const name of [
  'REDIS_URL',
  'MIGRATION_DATABASE_URL',
  'TRUSTED_HOPS',
  'WEB_CONCURRENCY',
  'LIMITER_SHARES',
  'ACCESS_TOKEN_SECONDS',
  'ALLOW_LOCAL_WEBHOOKS',
  'BANK_RAIL_URL',
  'BANK_RAIL_TOKEN',
  'LIVE_PROVIDERS',
  'HOST',
  'PORT',
  'WORKER',
  'DATA_DIR',
]) {
  process.env[name] = ''; // an empty value means "not set"
}
Object.assign(process.env, settings);
