// What this machine can do at all: the frame for every other figure. Servers that do nothing.
import pg from 'pg';
import type { Bench } from '../bench';
import { callsPerSecond } from '../busy-loop';
import { startNode, whenReady } from '../child';
import { atEnd } from '../closers';
import { perSecond, type Figure } from '../figure';
import { requestsPerSecond } from '../http-load';
import { repeat } from '../interleave';
import { freePort } from '@/lib/testing/servers/free-port';

const bareServer = `
  require('node:http').createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 2 }).end('{}');
  }).listen(Number(process.argv[1]), '127.0.0.1');
`;

async function measureBareHttp({ options }: Bench) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = startNode(['--eval', bareServer, String(port)], {});
  atEnd(() => server.stop());
  await whenReady(server, origin);
  const load = {
    origin,
    concurrency: options.concurrency,
    requests: [{ method: 'GET', path: '/' }],
    expected: [200],
  };
  return repeat((seconds) => requestsPerSecond(load, { seconds }), options);
}

async function measureBareQuery({ options, stores }: Bench) {
  const pool = new pg.Pool({ connectionString: stores.databaseUrl, max: options.concurrency });
  atEnd(() => pool.end());
  const query = { name: 'bench_nothing', text: 'SELECT $1::int', values: [1] };
  return repeat(
    (seconds) => callsPerSecond(() => pool.query(query), { concurrency: options.concurrency, seconds }),
    options,
  );
}

export async function measureCeilings(bench: Bench): Promise<Figure[]> {
  return [
    {
      name: 'Ceiling: `node:http` that answers `{}`',
      ours: perSecond(await measureBareHttp(bench)),
    },
    {
      name: 'Ceiling: prepared statement that selects a constant',
      ours: perSecond(await measureBareQuery(bench)),
    },
  ];
}
