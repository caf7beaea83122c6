// /readyz: may a balancer send requests here? Without PostgreSQL nothing works, so the answer is no; without
// Redis the limiter falls back and everything works, so it is yes and says so (contract §4).
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { singleton } from '@/lib/core/singleton';
import { queueCensus } from '@/lib/jobs';
import { limiter, type LimiterMode } from '@/lib/rate-limit';
import { isDraining } from './draining';
import { readAppliedMigrations } from './repository';

type Check = 'ok' | 'unavailable';

export interface ReadinessReport {
  readonly status: 'ready' | 'not_ready';
  readonly checks: {
    readonly process: 'ok' | 'stopping';
    readonly database: Check;
    /** `pending`: this version of the product needs migrations that the database does not have. */
    readonly migrations: 'ok' | 'pending' | 'unknown';
    readonly queue: Check;
    readonly limiter: LimiterMode;
  };
}

/** The answer must be there within 2 s, also when the database's packets go nowhere. */
const patienceMs = 1_500;

interface DatabaseState {
  readonly database: Check;
  readonly migrations: 'ok' | 'pending' | 'unknown';
  readonly queue: Check;
}

const silent: DatabaseState = { database: 'unavailable', migrations: 'unknown', queue: 'unavailable' };

async function requiredMigrations(): Promise<string[]> {
  const entries = await readdir(path.resolve('prisma/migrations'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function askDatabase(): Promise<DatabaseState> {
  const required = await singleton('health.migrations', requiredMigrations);
  try {
    const applied = await readAppliedMigrations();
    const queue = await queueCensus().then(() => 'ok' as const, () => 'unavailable' as const); // prettier-ignore
    return {
      database: 'ok',
      migrations: required.every((name) => applied.has(name)) ? 'ok' : 'pending',
      queue,
    };
  } catch {
    return silent;
  }
}

/** One question at a time: a database that hangs must not fill the pool with questions about its health. */
const asking = singleton('health.asking', () => ({
  current: undefined as Promise<DatabaseState> | undefined,
}));

async function databaseState(): Promise<DatabaseState> {
  asking.current ??= askDatabase().finally(() => (asking.current = undefined));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<DatabaseState>((resolve) => (timer = setTimeout(resolve, patienceMs, silent)));
  return Promise.race([asking.current, late]).finally(() => clearTimeout(timer));
}

/** Asks everything that this process needs. Takes at most 2 s; never rejects for an outage. */
export async function readiness(): Promise<ReadinessReport> {
  const state = await databaseState();
  const stopping = isDraining();
  const ready = !stopping && state.database === 'ok' && state.migrations === 'ok' && state.queue === 'ok';
  return {
    status: ready ? 'ready' : 'not_ready',
    checks: { process: stopping ? 'stopping' : 'ok', ...state, limiter: limiter().mode },
  };
}
