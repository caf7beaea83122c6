// A real PostgreSQL server for development, from binaries in the package registry: no installation, no
// account, data in a git-ignored folder. It outlives a killed parent, and the next start finds it again.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { remembered } from '@/lib/env/remembered';
import { EmbeddedServerError, prepareHome, runTool, type EmbeddedHome } from './embedded-home';

export { EmbeddedServerError };

export interface EmbeddedPostgres {
  /** Connection string of the owner, for `DATABASE_URL`. */
  readonly url: string;
  /** Where its files really are. */
  readonly dataDirectory: string;
  /** Whether a server left by an earlier process was found running. */
  readonly reused: boolean;
  /** Stops the server, unless another process of this checkout still uses it. */
  stop(): Promise<void>;
}

const user = 'postgres';
const database = 'partner_platform';
const postgresFlags = [
  '-c listen_addresses=127.0.0.1',
  "-c unix_socket_directories=''",
  '-c max_connections=200', // several processes of twenty connections each, and the tools beside them
  '-c timezone=UTC',
  '-c log_timezone=UTC',
].join(' ');

/**
 * Starts the embedded server, or finds the running one, and makes sure that the product's database exists.
 *
 * @param directory git-ignored folder of this checkout for everything that development keeps.
 * @throws EmbeddedServerError with one sentence for the operator.
 */
export async function startEmbeddedPostgres(directory: string): Promise<EmbeddedPostgres> {
  const home = await prepareHome(directory);
  const password = await remembered(path.join(directory, 'postgres-password'), () =>
    randomBytes(24).toString('base64url'),
  );
  if (!existsSync(path.join(home.data, 'PG_VERSION'))) await initialise(home, password);

  let port = await runningPort(home, password);
  const reused = port !== undefined;
  port ??= await start(home, directory, password);
  await ensureDatabase(port, password);

  return {
    url: `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`,
    dataDirectory: home.data,
    reused,
    stop: () => stopWhenUnused(home, port, password),
  };
}

/**
 * Makes the data directory. It is made beside its place and then renamed, so that a killed start never
 * leaves half a data directory behind.
 */
async function initialise(home: EmbeddedHome, password: string): Promise<void> {
  const draft = `${home.data}.${process.pid}`;
  const passwordFile = `${draft}.password`;
  try {
    await mkdir(draft, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    await home.giveToServer(draft);
    await home.giveToServer(passwordFile);
    await runTool(home, 'initdb', [
      `--pgdata=${draft}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
    ]);
    await rename(draft, home.data).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error; // a parallel start was first
    });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** The port of the server that runs on this data directory, if one does; waits while it comes or goes. */
async function runningPort(home: EmbeddedHome, password: string): Promise<number | undefined> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const lock = await lockFile(home);
    if (!lock) return undefined;
    const answer = await probe(lock, password, home.data);
    if (answer === 'ours') return lock.port;
    if (answer === 'not ours') return undefined;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}

interface LockFile {
  readonly pid: number;
  readonly port: number;
}

/** First and fourth line of postmaster.pid. The file may be stale: a killed machine leaves it behind. */
async function lockFile(home: EmbeddedHome): Promise<LockFile | undefined> {
  const text = await readFile(path.join(home.data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

/** What stands behind a lock file: the server of this data directory, a server that comes or goes, or neither. */
async function probe(
  lock: LockFile,
  password: string,
  dataDirectory: string,
): Promise<'ours' | 'busy' | 'not ours'> {
  const client = ownerClient(lock.port, password, 'postgres');
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory === dataDirectory ? 'ours' : 'not ours';
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === '57P03') return 'busy'; // cannot_connect_now
    return code === 'ECONNREFUSED' && isAlive(lock.pid) ? 'busy' : 'not ours';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Starts the server on the port it had last time when that is free, else on another one. Returns the port. */
async function start(home: EmbeddedHome, directory: string, password: string): Promise<number> {
  const remembered = path.join(directory, 'postgres-port');
  const lastPort = Number(await readFile(remembered, 'utf8').catch(() => '0'));
  const logFile = path.join(home.data, 'server.log');
  for (const wanted of [lastPort, 0, 0]) {
    const port = await freePort(wanted);
    const started = await runTool(home, 'pg_ctl', [
      'start', '--wait', '--silent', `--pgdata=${home.data}`, `--log=${logFile}`, `--options=-p ${port} ${postgresFlags}`,
    ]).then(() => true, () => false); // prettier-ignore
    if (started) {
      await writeFile(remembered, String(port));
      return port;
    }
    // A parallel start may have won the lock file; otherwise somebody took the port in between.
    const winner = await runningPort(home, password);
    if (winner !== undefined) return winner;
  }
  throw new EmbeddedServerError(
    `The embedded PostgreSQL does not start; the reason is at the end of ${logFile}.`,
  );
}

/** `wanted` when nobody listens there, else a port that the system picks. */
async function freePort(wanted: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
      });
    });
  return listen(wanted || 0).catch(() => listen(0));
}

function ownerClient(port: number, password: string, name: string): pg.Client {
  return new pg.Client({
    host: '127.0.0.1',
    port,
    user,
    password,
    database: name,
    connectionTimeoutMillis: 5_000,
  });
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = ownerClient(port, password, 'postgres');
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code !== '42P04' && code !== '23505') throw error; // duplicate_database, also from a parallel start
  } finally {
    await client.end();
  }
}

/** Another `npm run …` of this checkout may still use the server: the last one stops it. */
async function stopWhenUnused(home: EmbeddedHome, port: number, password: string): Promise<void> {
  if (!(await isUnused(port, password))) return;
  await runTool(home, 'pg_ctl', ['stop', '--wait', '--silent', '--mode=fast', `--pgdata=${home.data}`]).catch(
    () => undefined, // already gone
  );
}

/** Whether nobody is connected any more. Connections that we have just closed take a moment to end. */
async function isUnused(port: number, password: string): Promise<boolean> {
  const client = ownerClient(port, password, 'postgres');
  try {
    await client.connect();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const { rows } = await client.query<{ others: number }>(
        `SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      );
      if (rows[0]?.others === 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  } catch {
    return false; // already gone
  } finally {
    await client.end().catch(() => undefined);
  }
}
