// What the hot statements cost: by index, whatever the backlog and the history.
import { beforeAll, expect, it } from 'vitest';
import type { ProjectSnapshot } from '@/lib/core/project';
import { projectClock } from '@/lib/core/clock';
import { withTransaction, type Transaction } from '@/lib/db';
import { createProject, ownerQuery } from '@/lib/testing';
import { retention } from '../retention';
import { endpointAt } from '../testing';
import { claimDeliveries } from './dispatch';
import { findDeliveryPage } from './deliveries';
import { findEventPage } from './events';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** Runs `use` once, so that its statement is prepared on the connection, and explains it with these values. */
async function explain(
  mode: 'force_custom_plan' | 'force_generic_plan',
  name: string,
  use: (tx: Transaction) => Promise<unknown>,
  values: string[],
): Promise<Plan[]> {
  let nodes: Plan[] = [];
  const undone = new Error('undone');
  await withTransaction(async (tx) => {
    await use(tx);
    await tx.client.query(`SET LOCAL plan_cache_mode = ${mode}`);
    const { rows } = await tx.client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE ${name} (${values.join()})`,
    );
    nodes = nodesOf((rows[0] as { 'QUERY PLAN': { Plan: Plan }[] })['QUERY PLAN'][0]!.Plan);
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return nodes;
}

const touched = (nodes: Plan[], table: string) =>
  nodes
    .filter((node) => node['Relation Name'] === table)
    .reduce(
      (sum, node) =>
        sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    );

// A prepared statement gets a plan for its values at first, and one for all values later.
const modes = ['force_custom_plan', 'force_generic_plan'] as const;

let project: ProjectSnapshot;
beforeAll(async () => {
  project = await createProject();
  const endpoints: string[] = [];
  for (let index = 0; index < 20; index += 1)
    endpoints.push((await endpointAt(project, 'http://localhost:1')).id);
  // A history of 20,000 events: delivered to two endpoints, waiting for one that is far behind.
  await ownerQuery(
    `INSERT INTO events (id, project_id, livemode, type, api_version, object_id, object, created_at)
     SELECT 'evt_' || (SELECT substr(id, 7, 10) FROM webhook_endpoints WHERE id = $2) || lpad(n::text, 16, '0'), $1, false,
            CASE n % 1000 WHEN 0 THEN 'loan.disbursed' ELSE 'type.' || n % 9 END, '2026-07-01', 'x', '{}', now()
     FROM generate_series(1, 20000) AS n`,
    [project.id, endpoints[0]],
  );
  await ownerQuery(
    `INSERT INTO webhook_deliveries (id, event_id, endpoint_id, status, started_at, next_attempt_at, created_at, updated_at)
     SELECT webhook_delivery_id(e.id, endpoint), e.id, endpoint,
            CASE WHEN endpoint = $1 THEN 'pending' ELSE 'succeeded' END::webhook_delivery_status, now(), now(), now(), now()
     FROM events e, unnest($2::text[]) AS endpoint`,
    [endpoints[0], endpoints.slice(0, 3)],
  );
  await ownerQuery('ANALYZE');
}, 120_000);

it.each(modes)('claims without reading the backlog (%s)', async (mode) => {
  const limits = { most: 20, mostFailing: 10, slotsPerEndpoint: 2, leaseSeconds: 20 };
  const nodes = await explain(mode, 'webhook_claim', (tx) => claimDeliveries({ ...limits, most: 1 }, tx), [
    '20',
    '2',
    '10',
    '20',
  ]);
  expect(
    nodes.filter(
      (node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'webhook_deliveries',
    ),
  ).toEqual([]);
  expect(touched(nodes, 'webhook_deliveries')).toBeLessThan(50);
});

it.each(modes)('lists events by the index, of one type too (%s)', async (mode) => {
  const kept = retention(projectClock(0));
  const page = { rows: 21, beforeId: undefined };
  const bounds = [
    `'${project.id}'`,
    `'evt_zzzz'`,
    `'${kept.firstId}'`,
    `'${kept.since.toISOString()}'`,
    `'-infinity'`,
    `'infinity'`,
    '21',
  ];
  for (const [name, type, values] of [
    ['event_page', undefined, bounds],
    ['event_page_type', 'loan.disbursed', [...bounds, `'loan.disbursed'`]],
  ] as const) {
    const nodes = await explain(mode, name, (tx) => findEventPage(project.id, page, kept, { type }, tx), [
      ...values,
    ]);
    expect([name, touched(nodes, 'events')]).toEqual([name, type === undefined ? 21 : 20]);
  }
});

it.each(modes)('lists the deliveries of an event by the index (%s)', async (mode) => {
  const [event] = await ownerQuery<{ id: string }>('SELECT id FROM events LIMIT 1');
  const page = { rows: 21, beforeId: undefined };
  const nodes = await explain(mode, 'webhook_delivery_page', (tx) => findDeliveryPage(event!.id, page, tx), [
    `'${event!.id}'`,
    `'whd_zzzz'`,
    '21',
  ]);
  expect(touched(nodes, 'webhook_deliveries')).toBe(3);
});
