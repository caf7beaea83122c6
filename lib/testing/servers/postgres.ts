// A real PostgreSQL for one test run: the product's embedded binaries, a temporary directory, a free port.
// Durability is off, because nothing outlives the run; everything else is as in production.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareHome, runTool } from '@/lib/db/embedded-home';
import { freePort } from './free-port';
import { watchOver } from './guardian';

export interface DatabaseServer {
  /** Connection of the owner, to the maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

const settings = [
  'listen_addresses=127.0.0.1',
  "unix_socket_directories=''",
  'max_connections=300',
  'timezone=UTC',
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

const attempts = 3;

async function startIn(directory: string): Promise<DatabaseServer> {
  const home = await prepareHome(directory);
  const passwordFile = path.join(directory, 'password');
  writeFileSync(passwordFile, 'postgres', { mode: 0o600 });
  mkdirSync(home.data, { recursive: true, mode: 0o700 });
  await home.giveToServer(home.data);
  await home.giveToServer(passwordFile);
  const initialisation = [
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  await runTool(home, 'initdb', [`--pgdata=${home.data}`, ...initialisation]);

  const port = await freePort();
  const log = `--log=${path.join(home.data, 'server.log')}`;
  await runTool(home, 'pg_ctl', [
    'start',
    '--wait',
    '--silent',
    `--pgdata=${home.data}`,
    log,
    `--options=-p ${port} ${settings}`,
  ]);
  const processId = Number(readFileSync(path.join(home.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const guardian = watchOver(processId, [directory, home.data]);
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await runTool(home, 'pg_ctl', [
        'stop',
        '--wait',
        '--silent',
        '--mode=immediate',
        `--pgdata=${home.data}`,
      ]);
      guardian.dismiss();
      for (const used of [directory, home.data]) rmSync(used, { recursive: true, force: true });
    },
  };
}

/** Starts a server that ends with this process at the latest. About a second. */
export async function startPostgres(): Promise<DatabaseServer> {
  for (let attempt = 1; ; attempt += 1) {
    const directory = mkdtempSync(path.join(tmpdir(), 'partner-platform-postgres-'));
    chmodSync(directory, 0o711); // as root, the server's user must be able to walk through
    try {
      return await startIn(directory);
    } catch (error) {
      rmSync(directory, { recursive: true, force: true });
      // Another run may have taken the port between our look and our start.
      if (attempt === attempts) throw error;
    }
  }
}
