// Webhook receivers on this machine, their endpoints, and events that wait for them.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atEnd } from './closers';
import { ownerQuery } from './database';
import { mint } from './partner-program';
import { clientWhere, type RunningProduct, type Stores } from './servers';

const receiverCount = 20;

export interface Receivers {
  /** Ids of the endpoints, one for each receiver. */
  readonly endpointIds: readonly string[];
  readonly projectId: string;
  /** How often each delivery came. */
  readonly received: Map<string, number>;
}

/** A server that answers every POST with 200 and remembers which delivery it was. */
async function startReceiver(received: Map<string, number>): Promise<string> {
  const server = createServer((request, response) => {
    const delivery = String(request.headers['credicorp-delivery']);
    request.resume().on('end', () => {
      received.set(delivery, (received.get(delivery) ?? 0) + 1);
      response.end('ok');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  atEnd(() => void server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function register(stores: Stores, product: RunningProduct): Promise<Receivers> {
  const client = await clientWhere(stores, ({ livemode }) => !livemode);
  const token = await mint(product, client);
  const received = new Map<string, number>();
  const endpointIds: string[] = [];
  for (let index = 0; index < receiverCount; index += 1) {
    const response = await fetch(`${product.origin}/partner/v1/webhook_endpoints`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url: await startReceiver(received), enabled_events: ['*'] }),
    });
    if (response.status !== 201) throw new Error(`No endpoint: ${await response.text()}`);
    endpointIds.push(((await response.json()) as { id: string }).id);
  }
  return { endpointIds, projectId: client.project_id, received };
}

const registered = new WeakMap<Stores, Promise<Receivers>>();

/** Twenty healthy receivers, each with an endpoint of the seeded sandbox project: one set for all lines of a run. */
export function startReceivers(stores: Stores, product: RunningProduct): Promise<Receivers> {
  const known = registered.get(stores) ?? register(stores, product);
  registered.set(stores, known);
  return known;
}

/** Writes `count` events that are due now, each on its way to one endpoint, spread evenly. */
export async function addBacklog(
  stores: Stores,
  { endpointIds, projectId }: Receivers,
  count: number,
): Promise<void> {
  await ownerQuery(
    stores,
    `WITH event AS (
       INSERT INTO events (id, project_id, livemode, type, api_version, object_id, object, previous, created_at)
       SELECT 'evt_' || substr(md5(random()::text || n), 1, 26), $1, false, 'application.submitted', '2026-07-01',
              'app_' || lpad(n::text, 26, '0'),
              jsonb_build_object('id', 'app_' || lpad(n::text, 26, '0'), 'object', 'application', 'status', 'submitted',
                'amount_pence', 2500000, 'term_months', 12, 'business', jsonb_build_object('company_number', '00000401')),
              '{"status": "created"}', now()
       FROM generate_series(1, $2::int) AS n RETURNING id
     ), placed AS (SELECT id, row_number() OVER () AS place FROM event)
     INSERT INTO webhook_deliveries (id, event_id, endpoint_id, started_at, next_attempt_at, created_at, updated_at)
     SELECT webhook_delivery_id(id, ($3::text[])[1 + place % $4::int]), id, ($3::text[])[1 + place % $4::int],
            now(), now(), now(), now()
     FROM placed`,
    [projectId, count, endpointIds, endpointIds.length],
  );
  // What so large a statement leaves to the server is done before anything is measured, as it would be in the course of days.
  await ownerQuery(stores, 'VACUUM ANALYZE events, webhook_deliveries');
  await ownerQuery(stores, 'CHECKPOINT');
}

/** Takes everything that still waits off its way. */
export async function dropBacklog(stores: Stores): Promise<void> {
  await ownerQuery(
    stores,
    `UPDATE webhook_deliveries SET status = 'failed', claimed_until = NULL WHERE status = 'pending'`,
  );
}
