// The same build under plain `next start`, on the database and with the keys of the product that is running.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '@/lib/db/embedded';
import { freePort } from '@/lib/testing/servers/free-port';
import { startNode, whenReady, type Child } from '../../bench/child';

export interface PlainNext {
  readonly origin: string;
  readonly process: Child;
}

/** @param appUrl the product's own: both hosts must name the same issuer and pages. */
export async function startPlainNext(appUrl: string): Promise<PlainNext> {
  const dataDirectory = process.env['DATA_DIR'] ?? '.data';
  const port = await freePort();
  const settings = {
    PATH: process.env['PATH'],
    APP_ENV: 'development',
    APP_URL: appUrl,
    PORT: String(port),
    DATABASE_URL: process.env['DATABASE_URL'] ?? (await startEmbeddedPostgres(dataDirectory)).url,
    MASTER_KEY:
      process.env['MASTER_KEY'] ?? readFileSync(path.join(dataDirectory, 'master-key'), 'utf8').trim(),
    WORKER: 'separate',
    ALLOW_LOCAL_WEBHOOKS: '1',
    LOG_LEVEL: 'error',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const next = startNode(
    ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', String(port)],
    settings,
  );
  const origin = `http://127.0.0.1:${port}`;
  await whenReady(next, `${origin}/readyz`);
  return { origin, process: next };
}
