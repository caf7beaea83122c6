// What a page of the request log costs when a project has made a million calls: every filter that the console offers.
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { closeDatabase } from '@/lib/db';
import { firstIdAt } from '@/lib/core/ids';
import { listErrorGroups, listRequests } from '@/lib/request-log';
import type { Bench } from '../bench';
import { atEnd } from '../closers';
import { thousands, type Figure } from '../figure';
import { series } from '../statistics';

const rows = 1_000_000;
const goalMs = 300;
const dayMs = 86_400_000;
/** One row in so many has the object, the key and the code that are looked for. */
const rareEvery = 50_000;
const rare = { object: 'app_0rare', key: 'order-rare', code: 'offer_expired', client: 'cid_sbx_rare' };

type Query = Partial<Parameters<typeof listRequests>[0]['input']>;

/**
 * A million rows over two days (the partitions that stand), one in five refused, written by the database itself. The ids
 * are spread over the time like real ones.
 */
const fill = `
  INSERT INTO request_log_entries (id, project_id, at, method, path, route, operation_id, status, status_class, error_code,
    error_param, client_id, credential_id, authenticated, address, object_id, idempotency_key, replayed, duration_us, detail,
    request_body, request_body_note, response_body, response_body_note)
  SELECT left(request_id_floor(moment), 14) || left(md5(n::text), 16), $1, moment,
    CASE WHEN n % 4 = 0 THEN 'POST' ELSE 'GET' END, '/partner/v1/applications/app_' || n, '/partner/v1/applications/{id}',
    CASE n % 4 WHEN 0 THEN 'createApplication' WHEN 1 THEN 'listApplications' ELSE 'getApplication' END,
    status, status / 100, CASE WHEN n % ${rareEvery} = 0 THEN '${rare.code}' WHEN status = 429 THEN 'rate_limited'
      WHEN status >= 400 THEN 'invalid_amount' END, CASE WHEN status = 422 THEN 'amount_pence' END,
    CASE WHEN n % ${rareEvery} = 0 THEN '${rare.client}' ELSE 'cid_sbx_' || n % 3 END, 'sec_bench', true, '192.0.2.7',
    CASE WHEN n % ${rareEvery} = 0 THEN '${rare.object}' ELSE 'app_' || n END,
    CASE WHEN n % ${rareEvery} = 0 THEN '${rare.key}' WHEN n % 4 = 0 THEN 'order-' || n END, false, 900,
    '{"request_headers":[],"response_headers":[],"timings_us":{"handle":400},"budget":[]}',
    '{"amount_pence":2500000,"term_months":12}', 'whole', repeat('x', 200), 'whole'
  FROM (
    SELECT n, CASE WHEN n % ${rareEvery} = 0 THEN 409 WHEN n % 5 > 0 THEN 200 WHEN n % 10 = 0 THEN 422 ELSE 429 END AS status,
      $2::timestamptz + (n * ($3::timestamptz - $2::timestamptz) / ${rows}) AS moment
    FROM generate_series(0, ${rows - 1}) AS n
  ) AS calls`;

async function fillLog(databaseUrl: string, projectId: string): Promise<{ from: number; to: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const midnight = Math.floor(Date.now() / dayMs) * dayMs;
  const span = { from: midnight - dayMs, to: midnight + dayMs };
  await client.query('SELECT request_log_make_partitions(1)');
  await client.query(fill, [projectId, new Date(span.from).toISOString(), new Date(span.to).toISOString()]);
  // As the server does by itself while rows come in over two days.
  await client.query('VACUUM ANALYZE request_log_entries');
  await client.end();
  return span;
}

/** Every filter alone, those that are chosen together, a page far down, and what matches nothing. */
function queriesOf({ from, to }: { from: number; to: number }): Readonly<Record<string, Query>> {
  const at = (share: number) => new Date(from + (to - from) * share).toISOString();
  return {
    'no filter': {},
    class: { status_class: '4xx' },
    status: { status: 422 },
    'a class that nothing has': { status_class: '5xx' },
    'a status that nothing has': { status: 404 },
    code: { code: 'invalid_amount' },
    'a rare code': { code: rare.code },
    method: { method: 'POST' },
    route: { operation: 'createApplication' },
    client: { client_id: 'cid_sbx_1' },
    'a rare client': { client_id: rare.client },
    request: { request_id: firstIdAt('req', from) },
    key: { idempotency_key: rare.key },
    object: { object_id: rare.object },
    'an hour': { created_after: at(0.5), created_before: at(0.52) },
    'method, route and class': { method: 'POST', operation: 'createApplication', status_class: '4xx' },
    'route and a rare client': { operation: 'getApplication', client_id: rare.client },
    'status and client': { status: 422, client_id: 'cid_sbx_1' },
    'two common ones that never meet': { method: 'POST', operation: 'listApplications' },
    'a method that the route never has': { method: 'DELETE', operation: 'createApplication' },
  };
}

export async function measureLog({ stores, options, ...bench }: Bench): Promise<Figure[]> {
  const { project_id: projectId } = await bench.client();
  Object.assign(process.env, stores.settings); // this process asks the database itself
  atEnd(closeDatabase);
  const span = await fillLog(stores.databaseUrl, projectId);
  const ctx = { project: { id: projectId } };
  const timed = async (work: () => Promise<unknown>) => {
    const startedAt = performance.now();
    await work();
    return performance.now() - startedAt;
  };
  const measured: { name: string; median: number; most: number }[] = [];
  const measure = async (name: string, work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let round = 0; round < options.rounds; round += 1) times.push(await timed(work));
    const { median, most } = series(times);
    measured.push({ name, median, most });
    console.log(`  ${name}: ${median.toFixed(1)} ms (at most ${most.toFixed(1)})`);
  };
  for (const [name, query] of Object.entries(queriesOf(span))) {
    await measure(name, () => listRequests({ ctx, input: { limit: 50, ...query } }));
  }
  const deep = {
    limit: 50,
    status_class: '4xx',
    created_before: new Date(span.from + dayMs / 10).toISOString(),
  } as const;
  const { next_cursor: cursor } = await listRequests({ ctx, input: deep });
  if (cursor === null) throw new Error('The list has one page only.');
  await measure('a page far down', () => listRequests({ ctx, input: { ...deep, cursor } }));
  const slowest = measured.toSorted((a, b) => b.median - a.median)[0]!;
  const middle = series(measured.map(({ median }) => median)).median;
  const startedAt = performance.now();
  const groups = await listErrorGroups({ ctx, input: {} });
  const groupsMs = performance.now() - startedAt;
  return [
    {
      name: `Request log: a filtered page of ${thousands(rows)} rows`,
      ours: `${measured.length} filters, median ${middle.toFixed(1)} ms; slowest, "${slowest.name}", ${slowest.median.toFixed(0)} ms (at most ${slowest.most.toFixed(0)})`,
      goal: `≤ ${goalMs} ms`,
      met: slowest.median <= goalMs,
    },
    {
      name: `Request log: errors of a day by cause, of ${thousands(rows)} rows`,
      ours: `${groups.length} groups in ${groupsMs.toFixed(0)} ms`,
    },
  ];
}
