// Every setting of the product: its type, its default, and what a production start demands of it.
import { z } from 'zod';

const flag = z.enum(['0', '1']).default('0').transform((value) => value === '1'); // prettier-ignore
const count = (fallback: number, least = 0) => z.coerce.number().int().min(least).default(fallback);

export const environmentSchema = z.object({
  APP_ENV: z.enum(['development', 'production']).default('development'),
  HOST: z.string().min(1).optional(),
  PORT: count(3000, 0).pipe(z.number().max(65_535)),
  APP_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')).optional(), // prettier-ignore
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgresql://').optional(), // prettier-ignore
  MIGRATION_DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgresql://').optional(), // prettier-ignore
  DATABASE_POOL_SIZE: count(20, 2),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must start with redis:// or rediss://').optional(), // prettier-ignore
  LIMITER_SHARES: z.coerce.number().int().min(1).optional(),
  WEB_CONCURRENCY: count(1, 1),
  TRUSTED_HOPS: count(0),
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(60).optional(),
  MASTER_KEY: z.string().optional(),
  ACCESS_TOKEN_SECONDS: count(900, 60).pipe(z.number().max(3_600)),
  METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  WORKER: z.enum(['inline', 'separate']).default('inline'),
  DATA_DIR: z.string().min(1).optional(),
  ALLOW_LOCAL_WEBHOOKS: flag,
  MAIL_URL: z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://').optional(), // prettier-ignore
  MAIL_FROM: z.string().min(3).default('Credicorp Partners <partners@credicorp.example>'),
  BANK_RAIL_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')).optional(), // prettier-ignore
  BANK_RAIL_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  LIVE_PROVIDERS: z.enum(['simulated', 'none']).optional(),
});

export type RawEnvironment = z.infer<typeof environmentSchema>;
