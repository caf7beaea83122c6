import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, parseEnvironment } from '.';

const masterKey = '7CXG/8M7jLfIv32YppFqjOEmHRJ1Ex5LAYPYzBhQKzk=';

const production = {
  APP_ENV: 'production',
  APP_URL: 'https://partners.credicorp.co.uk',
  DATABASE_URL: 'postgresql://platform:h9Fq2mXw7RkZ@db.internal/platform',
  MASTER_KEY: masterKey,
  METRICS_TOKEN: 'u7Bq0mZx4LhRk9VtYw2c',
  MAIL_URL: 'smtps://platform:h9Fq2mXw7RkZ@mail.internal',
};

const development = { DATABASE_URL: 'postgresql://127.0.0.1/x', MASTER_KEY: masterKey };

const refusal = (settings: Record<string, string | undefined>) => {
  try {
    parseEnvironment(settings);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as Error).message;
  }
  return 'started';
};

describe('a production start', () => {
  it('works with what it needs', () => {
    expect(parseEnvironment(production)).toMatchObject({
      appEnv: 'production',
      host: '0.0.0.0',
      appUrl: 'https://partners.credicorp.co.uk',
      migrationDatabaseUrl: production.DATABASE_URL,
      simulatedLiveProviders: false,
      allowLocalWebhooks: false,
    });
  });

  it.each(['APP_URL', 'DATABASE_URL', 'MASTER_KEY', 'METRICS_TOKEN', 'MAIL_URL'])('needs %s', (name) => {
    expect(refusal({ ...production, [name]: undefined })).toBe(`Production needs the setting ${name}.`);
    expect(refusal({ ...production, [name]: '' })).toBe(`Production needs the setting ${name}.`);
  });

  it('pays through the bank it is given, over https and with a token of its own', () => {
    const bank = { BANK_RAIL_URL: 'https://bank.internal/v1/', BANK_RAIL_TOKEN: 'Zk3Qm8Vw1LxT5nRb' };
    expect(parseEnvironment({ ...production, ...bank }).bankRailUrl).toBe('https://bank.internal/v1');
    expect(parseEnvironment(production).bankRailUrl).toBeUndefined();
    expect(refusal({ ...production, ...bank, BANK_RAIL_URL: 'http://bank.internal' })).toMatch(
      /must be https/,
    );
    expect(refusal({ ...production, ...bank, BANK_RAIL_TOKEN: undefined })).toMatch(/needs BANK_RAIL_TOKEN/);
    expect(refusal({ ...production, ...bank, BANK_RAIL_TOKEN: 'change-me-change-me' })).toMatch(
      /is an example/,
    );
  });

  it.each([
    ['ALLOW_LOCAL_WEBHOOKS', '1'],
    ['LIVE_PROVIDERS', 'simulated'],
    ['DATA_DIR', '/var/lib/data'],
  ])('refuses %s, which exists in development only', (name, value) => {
    expect(refusal({ ...production, [name]: value })).toBe(
      `${name} exists in development only; a production start refuses it.`,
    );
  });

  it.each([
    ['APP_URL', 'http://partners.credicorp.co.uk', 'APP_URL must be https in production.'],
    [
      'METRICS_TOKEN',
      'change-me-please-now',
      'METRICS_TOKEN is an example; a production start needs a secret of your own.',
    ],
    ['METRICS_TOKEN', 'short', 'The setting METRICS_TOKEN cannot be used: must have 16 characters or more.'],
    [
      'DATABASE_URL',
      'postgresql://platform:postgres-postgres@db.internal/platform',
      'DATABASE_URL has a short password or an example; a production start needs one of your own.',
    ],
    [
      'MIGRATION_DATABASE_URL',
      'postgresql://owner:h9Fq2mX@db.internal/platform',
      'MIGRATION_DATABASE_URL has a short password or an example; a production start needs one of your own.',
    ],
  ])('refuses %s=%s', (name, value, sentence) => {
    expect(refusal({ ...production, [name]: value })).toBe(sentence);
  });
});

describe('the master key', () => {
  const sentence = 'MASTER_KEY must be 32 random bytes in base64; `openssl rand -base64 32` prints one.';

  it.each([
    ['short', randomBytes(16).toString('base64')],
    ['long', randomBytes(33).toString('base64')],
    ['one repeated byte', Buffer.alloc(32, 7).toString('base64')],
    ['counting bytes', Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64')],
    ['a typed sentence', Buffer.from('this is my own 32 byte secret ok').toString('base64')],
    ['hexadecimal', randomBytes(32).toString('hex')],
    ['not base64', 'change-me'],
  ])('is refused when it is %s', (_, key) => {
    expect(refusal({ ...development, MASTER_KEY: key })).toBe(sentence);
  });

  it('is accepted when it is random', () => {
    for (let i = 0; i < 1_000; i += 1) {
      expect(refusal({ ...development, MASTER_KEY: randomBytes(32).toString('base64') })).toBe('started');
    }
  });
});

describe('every start', () => {
  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['APP_ENV', 'staging'],
    ['APP_URL', 'partners.example'],
    ['DATABASE_URL', 'mysql://127.0.0.1/x'],
    ['REDIS_URL', '127.0.0.1:6379'],
    ['ACCESS_TOKEN_SECONDS', '3601'],
    ['TRUSTED_HOPS', '-1'],
    ['DRAIN_SECONDS', '61'],
    ['WORKER', 'elsewhere'],
    ['LOG_LEVEL', 'loud'],
    ['ALLOW_LOCAL_WEBHOOKS', 'yes'],
  ])('refuses %s=%s by its name, in one line', (name, value) => {
    expect(refusal({ ...development, [name]: value })).toMatch(
      new RegExp(`^The setting ${name} cannot be used: .+\\.$`),
    );
  });

  it('refuses several processes without Redis', () => {
    expect(refusal({ ...development, WEB_CONCURRENCY: '2' })).toBe(
      'WEB_CONCURRENCY=2 needs REDIS_URL: several processes can only share limits through Redis.',
    );
  });

  it('takes the settings of .env.example as they are', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const settings = lines.flatMap((line) => (/^[A-Z_]+=/.test(line) ? [line.split('=', 2)] : []));
    expect(parseEnvironment({ ...Object.fromEntries(settings), ...development })).toMatchObject({
      appEnv: 'development',
      host: '127.0.0.1',
      appUrl: 'http://localhost:3000',
      simulatedLiveProviders: true,
    });
  });

  it('explains every setting in .env.example in one line, and has no other', async () => {
    const { environmentSchema } = await import('./schema');
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const names = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(names.toSorted()).toEqual(Object.keys(environmentSchema.shape).toSorted());
    lines.forEach((line, index) => {
      if (/^[A-Z_]+=/.test(line)) expect(lines[index - 1]).toMatch(/^# .{15,}/);
    });
  });
});
