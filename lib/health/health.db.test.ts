import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import * as healthzRoute from '@/app/healthz/route';
import * as metricsRoute from '@/app/metrics/route';
import * as readyzRoute from '@/app/readyz/route';
import { forgetSingleton } from '@/lib/core/singleton';
import { closeDatabase } from '@/lib/db';
import { callRoute, ownerQuery } from '@/lib/testing';
import { recordUsage } from '@/lib/usage';

const databaseUrl = process.env['DATABASE_URL'] as string;

/** From now on the product's database is at `url`. */
async function moveDatabase(url: string): Promise<void> {
  await closeDatabase();
  for (const name of ['db.pool', 'db.prisma', 'environment', 'health.migrations']) forgetSingleton(name);
  process.env['DATABASE_URL'] = url;
}
const readyz = () => callRoute(readyzRoute.GET, { path: '/readyz' });

let blackHole: Server | undefined;
const swallowed: Socket[] = [];
afterEach(async () => {
  swallowed.forEach((socket) => socket.destroy());
  blackHole?.close();
  blackHole = undefined;
  if (process.env['DATABASE_URL'] !== databaseUrl) await moveDatabase(databaseUrl);
});

describe('/healthz', () => {
  it('says ok without asking anyone', async () => {
    await moveDatabase('postgresql://nobody@127.0.0.1:1/none');
    expect(await callRoute(healthzRoute.GET, { path: '/healthz' })).toMatchObject({
      status: 200,
      json: { status: 'ok' },
    });
  });
  it('answers HEAD with the length of GET and other methods with 405', async () => {
    const head = await callRoute(healthzRoute.HEAD, { path: '/healthz', method: 'HEAD' });
    expect([head.text, head.headers.get('content-length')]).toEqual(['', '15']);
    const post = await callRoute(healthzRoute.POST, { path: '/healthz', method: 'POST' });
    expect([post.status, post.headers.get('allow'), post.json.error.code]).toEqual([
      405,
      'GET, HEAD',
      'method_not_allowed',
    ]);
  });
});

describe('/readyz', () => {
  it('is ready on a migrated database, and names the limiter', async () => {
    expect(await readyz()).toMatchObject({
      status: 200,
      json: {
        status: 'ready',
        checks: { process: 'ok', database: 'ok', migrations: 'ok', queue: 'ok', limiter: 'in-process' },
      },
    });
  });

  it('is not ready while a migration is missing', async () => {
    const [row] = await ownerQuery<{ migration_name: string }>(
      'UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING migration_name',
    );
    expect(await readyz()).toMatchObject({
      status: 503,
      json: { checks: { database: 'ok', migrations: 'pending' } },
    });
    await ownerQuery('UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name = $1', [
      row?.migration_name,
    ]);
    expect((await readyz()).status).toBe(200);
  });

  it('is not ready without the queue', async () => {
    await ownerQuery('ALTER SCHEMA graphile_worker RENAME TO elsewhere');
    expect(await readyz()).toMatchObject({
      status: 503,
      json: { checks: { database: 'ok', queue: 'unavailable' } },
    });
    await ownerQuery('ALTER SCHEMA elsewhere RENAME TO graphile_worker');
    expect((await readyz()).status).toBe(200);
  });

  it('is not ready without a database, and ready again with it', async () => {
    await moveDatabase('postgresql://nobody@127.0.0.1:1/none');
    expect(await readyz()).toMatchObject({
      status: 503,
      json: { status: 'not_ready', checks: { database: 'unavailable' } },
    });
    await moveDatabase(databaseUrl);
    expect((await readyz()).status).toBe(200);
  });

  it('answers although the database does not, and asks it once for all who wait', async () => {
    blackHole = createServer((socket) => void swallowed.push(socket));
    await new Promise<void>((resolve) => blackHole?.listen(0, '127.0.0.1', resolve));
    await moveDatabase(`postgresql://nobody@127.0.0.1:${(blackHole.address() as AddressInfo).port}/none`);
    const answers = await Promise.all(Array.from({ length: 20 }, readyz));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
    expect(swallowed).toHaveLength(1);
  });
});

describe('/metrics', () => {
  const read = (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    callRoute(metricsRoute.GET, { path: '/metrics', headers, remoteAddress });
  const token = process.env['METRICS_TOKEN'] as string;

  afterEach(() => {
    process.env['METRICS_TOKEN'] = token;
    forgetSingleton('environment');
  });

  it('wants the token, from wherever', async () => {
    expect((await read()).json.error.code).toBe('missing_api_key');
    expect((await read({ authorization: 'Bearer wrong' })).json.error.code).toBe('invalid_api_key');
    expect((await read({ authorization: `Basic ${token}` })).status).toBe(401);
    expect((await read({ authorization: `Bearer ${token}` }, '203.0.113.9')).status).toBe(200);
  });

  it('without a token shows itself to this machine only', async () => {
    delete process.env['METRICS_TOKEN'];
    forgetSingleton('environment');
    expect((await read({}, '127.0.0.1')).status).toBe(200);
    expect((await read({}, '::1')).status).toBe(200);
    expect((await read({}, '::ffff:127.0.0.1')).status).toBe(200);
    expect((await read({}, '203.0.113.9')).json.error.code).toBe('route_not_found');
    expect((await read({ 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1')).status).toBe(404);
  });

  it('shows requests by operation and class, decisions, connections and the process', async () => {
    const entry = { requestId: 'req_1', projectId: undefined, clientId: undefined, errorCode: undefined };
    recordUsage({ ...entry, operationId: 'getThing', status: 200, durationMs: 3 });
    recordUsage({ ...entry, operationId: 'getThing', status: 404, durationMs: 30 });
    const { headers, text } = await read({ authorization: `Bearer ${token}` });
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toContain('# TYPE partner_request_duration_seconds histogram');
    expect(text).toContain(
      'partner_request_duration_seconds_bucket{operation="getThing",status="2xx",le="0.0025"} 0',
    );
    expect(text).toContain(
      'partner_request_duration_seconds_bucket{operation="getThing",status="2xx",le="0.005"} 1',
    );
    expect(text).toContain(
      'partner_request_duration_seconds_bucket{operation="getThing",status="2xx",le="+Inf"} 1',
    );
    expect(text).toContain('partner_request_duration_seconds_count{operation="getThing",status="4xx"} 1');
    for (const name of [
      'partner_limiter_decisions_total',
      'partner_limiter_fallback',
      'partner_jobs_total',
      'partner_database_connections{state="idle"}',
      'process_resident_memory_bytes',
    ]) {
      expect(text).toContain(name);
    }
  });
});
