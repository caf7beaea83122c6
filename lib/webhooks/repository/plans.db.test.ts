// What the hot statements cost: by index, whatever the backlog and the history.
import { beforeAll, expect, it } from 'vitest';
import type { ProjectSnapshot } from '@/lib/core/project';
import {
  createProject,
  explainStatement,
  listCosts,
  ownerQuery,
  planModes,
  rowsTouched,
} from '@/lib/testing';
import { endpointAt } from '../testing';
import { claimDeliveries } from './dispatch';
import { deliveryPages } from './deliveries';
import { eventPages } from './events';

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

it.each(planModes)('claims without reading the backlog (%s)', async (mode) => {
  const limits = { most: 20, mostFailing: 10, slotsPerEndpoint: 2, leaseSeconds: 20 };
  const nodes = await explainStatement(
    mode,
    'webhook_claim',
    (tx) => claimDeliveries({ ...limits, most: 1 }, tx),
    ['20', '2', '10', '20'],
  );
  expect(
    nodes.filter(
      (node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'webhook_deliveries',
    ),
  ).toEqual([]);
  expect(rowsTouched(nodes, 'webhook_deliveries')).toBeLessThan(50);
});

it('lists events by the index, those of one type too', async () => {
  expect(await listCosts(eventPages, 'events', project.id, { type: 'loan.disbursed' })).toEqual({
    'event_page, force_custom_plan': 21,
    'event_page, force_generic_plan': 21,
    'event_page_type, force_custom_plan': 20,
    'event_page_type, force_generic_plan': 20,
  });
});

it('lists the deliveries of an event by the index', async () => {
  const [event] = await ownerQuery<{ id: string }>('SELECT id FROM events LIMIT 1');
  expect(await listCosts(deliveryPages, 'webhook_deliveries', event!.id, {})).toEqual({
    'webhook_delivery_page, force_custom_plan': 3,
    'webhook_delivery_page, force_generic_plan': 3,
  });
});
