// The servers of one run: a PostgreSQL and a Redis of its own, and the product on them.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres } from '@/lib/db/embedded';
import { freePort } from '@/lib/testing/servers/free-port';
import { watchOver } from '@/lib/testing/servers/guardian';
import { startRedis } from '@/lib/testing/servers/redis';
import { startNode, whenReady, type Child, type Settings } from './child';
import { atEnd } from './closers';

export interface Stores {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Settings of a process of the product on these stores. */
  readonly settings: Settings;
  /** PostgreSQL's own log. */
  readonly databaseLog: string;
}

/** The embedded PostgreSQL as `npm start` runs it, with durable commits, in a temporary directory. */
async function startPostgres() {
  const directory = mkdtempSync(path.join(tmpdir(), 'partner-platform-bench-'));
  chmodSync(directory, 0o711); // as root, the server's user must be able to walk through
  const server = await startEmbeddedPostgres(directory);
  const processId = Number(
    readFileSync(path.join(server.dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  const guardian = watchOver(processId, [directory, server.dataDirectory]);
  atEnd(async () => {
    await server.stop();
    guardian.dismiss();
    for (const used of [directory, server.dataDirectory]) rmSync(used, { recursive: true, force: true });
  });
  return { directory, url: server.url, log: path.join(server.dataDirectory, 'server.log') };
}

export async function startStores(): Promise<Stores> {
  const database = await startPostgres();
  const redis = await startRedis();
  atEnd(() => redis.stop());
  return {
    databaseUrl: database.url,
    redisUrl: redis.url,
    databaseLog: database.log,
    settings: {
      PATH: process.env['PATH'],
      APP_ENV: 'development',
      HOST: '127.0.0.1',
      APP_URL: 'http://localhost:3000', // one issuer, so that every process accepts the others' tokens
      DATA_DIR: database.directory,
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      MASTER_KEY: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'warn',
      ALLOW_LOCAL_WEBHOOKS: '1', // receivers of ours, for the sandbox project
      TRUSTED_HOPS: '1', // so that minting can come from many addresses
      NEXT_TELEMETRY_DISABLED: '1',
    },
  };
}

export interface RunningProduct {
  readonly origin: string;
  readonly process: Child;
}

async function whenServing(child: Child, port: number): Promise<RunningProduct> {
  atEnd(() => child.stop());
  const origin = `http://127.0.0.1:${port}`;
  await whenReady(child, `${origin}/readyz`);
  return { origin, process: child };
}

interface ProductOptions {
  readonly settings?: Settings;
  /** Further options of Node. */
  readonly nodeArguments?: readonly string[];
  /** `npm start` itself, which looks for changed sources first; otherwise what it would run. */
  readonly asNpmStart?: boolean;
}

/** Starts the product on a port of its own. */
export async function startProduct(
  stores: Stores,
  { settings = {}, nodeArguments = [], asNpmStart = false }: ProductOptions = {},
): Promise<RunningProduct> {
  const port = await freePort();
  const script = asNpmStart ? 'scripts/start.mjs' : 'dist/start.js';
  const child = startNode([...nodeArguments, script], {
    ...stores.settings,
    PORT: String(port),
    ...settings,
  });
  return whenServing(child, port);
}

/** Starts the jobs alone, as `npm run worker` does. */
export function startWorker(stores: Stores): Child {
  const child = startNode(['dist/worker.js'], stores.settings);
  atEnd(() => child.stop());
  return child;
}

/** Starts the same build under plain `next start`, on another port. */
export async function startPlainNext(stores: Stores): Promise<RunningProduct> {
  const port = await freePort();
  const child = startNode(
    ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', String(port)],
    { ...stores.settings, WORKER: 'separate', PORT: String(port) },
  );
  return whenServing(child, port);
}

export interface SeededClient {
  readonly project_id: string;
  readonly livemode: boolean;
  readonly tier: string;
  readonly client_id: string;
  readonly client_secret: string;
}

/** The first seeded client that `fits`. */
export async function clientWhere(
  stores: Stores,
  fits: (client: SeededClient) => boolean,
): Promise<SeededClient> {
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/credentials.js'], {
    env: stores.settings as NodeJS.ProcessEnv,
  });
  const { clients } = JSON.parse(stdout) as { clients: readonly SeededClient[] };
  const client = clients.find(fits);
  if (!client) throw new Error('The seed has no such client.');
  return client;
}

/** The seeded client whose project has high negotiated limits, so that the limiter works and never refuses. */
export function platformClient(stores: Stores): Promise<SeededClient> {
  return clientWhere(stores, ({ tier }) => tier === 'platform');
}
