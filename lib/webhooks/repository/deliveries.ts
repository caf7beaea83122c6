// Deliveries as their owner sees and restarts them. What the dispatcher does with them is in dispatch.ts.
import { keysetList, statement, type Transaction } from '@/lib/db';
import type { DeliveryStatus } from '../state';

interface LoggedAttempt {
  // Instants come out of JSON as text.
  attemptedAt: string;
  durationMs: number;
  statusCode: number | null;
  failure: string | null;
  replyHead: string | null;
  nextAttemptAt: string | null;
}

export interface DeliveryRow {
  id: string;
  livemode: boolean;
  eventId: string;
  endpointId: string;
  url: string;
  status: DeliveryStatus;
  nextAttemptAt: Date;
  createdAt: Date;
  updatedAt: Date;
  log: LoggedAttempt[];
}

const shownAttempts = 50;

/** Where an event was sent, newest first. */
export const deliveryPages = keysetList<DeliveryRow>({
  name: 'webhook_delivery',
  columns: `d.id, e.livemode, d.event_id AS "eventId", d.endpoint_id AS "endpointId", e.url, d.status,
    d.next_attempt_at AS "nextAttemptAt", d.created_at AS "createdAt", d.updated_at AS "updatedAt",
    coalesce(log.attempts, '[]'::jsonb) AS log`,
  from: `webhook_deliveries d JOIN webhook_endpoints e ON e.id = d.endpoint_id
   CROSS JOIN LATERAL (
     SELECT jsonb_agg(attempt ORDER BY attempt.number DESC) AS attempts FROM (
       SELECT number, attempted_at AS "attemptedAt", duration_ms AS "durationMs", status_code AS "statusCode",
              failure, reply_head AS "replyHead", next_attempt_at AS "nextAttemptAt"
       FROM webhook_attempts WHERE delivery_id = d.id ORDER BY number DESC LIMIT ${shownAttempts}
     ) AS attempt
   ) AS log`,
  alias: 'd',
  owner: 'event_id',
  few: true,
  filters: {},
});

// A new round at once, for whoever is enabled. What a worker has in hand just now is on its way anyhow.
const redeliver = statement<never, [string, string, Date, string[]]>(
  'webhook_redeliver',
  `INSERT INTO webhook_deliveries AS d (id, event_id, endpoint_id, started_at, next_attempt_at, created_at, updated_at)
   SELECT webhook_delivery_id($1, e.id), $1, e.id, $3, $3, $3, $3
   FROM webhook_endpoints e
   WHERE e.project_id = $2 AND e.deleted_at IS NULL AND e.status = 'enabled'
     AND (e.enabled_events && $4 OR EXISTS (
       SELECT FROM webhook_deliveries earlier WHERE earlier.event_id = $1 AND earlier.endpoint_id = e.id))
   ON CONFLICT (event_id, endpoint_id) DO UPDATE
     SET status = 'pending', attempts = 0, started_at = $3, next_attempt_at = $3, claimed_until = NULL, updated_at = $3
     WHERE d.claimed_until IS NULL OR d.claimed_until <= now()`,
);

/** Puts the event on its way again. @returns to how many endpoints. */
export function redeliverEvent(
  event: { readonly id: string; readonly projectId: string; readonly subscriptions: readonly string[] },
  at: Date,
  tx: Transaction,
): Promise<number> {
  return redeliver.run([event.id, event.projectId, at, [...event.subscriptions]], tx);
}

const revive = statement<never, [string, Date, Date]>(
  'webhook_deliveries_revive',
  `UPDATE webhook_deliveries SET status = 'pending', attempts = 0, started_at = $2, next_attempt_at = $2, updated_at = $2
   WHERE endpoint_id = $1 AND status IN ('pending', 'failed') AND created_at >= $3
     AND (claimed_until IS NULL OR claimed_until <= now())`,
);

/** Starts a new round of everything undelivered that was made since `since`. @returns how many. */
export function reviveDeliveries(
  endpointId: string,
  at: Date,
  since: Date,
  tx: Transaction,
): Promise<number> {
  return revive.run([endpointId, at, since], tx);
}

const replay = statement<never, [string, string | null, Date, Date]>(
  'webhook_deliveries_replay',
  `UPDATE webhook_deliveries d
   SET status = 'pending', attempts = 0, started_at = $4, next_attempt_at = $4, updated_at = $4
   FROM webhook_endpoints e
   WHERE e.id = d.endpoint_id AND e.project_id = $1 AND e.status = 'enabled' AND e.deleted_at IS NULL
     AND ($2::text IS NULL OR e.id = $2) AND d.created_at >= $3
     AND (d.status = 'failed' OR (d.status = 'pending' AND d.attempts > 0))
     AND (d.claimed_until IS NULL OR d.claimed_until <= now())`,
);

/** Starts a new round of a project's deliveries since `since` that have failed so far. @returns how many. */
export function replayDeliveries(
  which: {
    readonly projectId: string;
    /** Null: every endpoint that is enabled. */
    readonly endpointId: string | null;
    readonly since: Date;
    readonly at: Date;
  },
  tx: Transaction,
): Promise<number> {
  return replay.run([which.projectId, which.endpointId, which.since, which.at], tx);
}

interface DeliveryCounts {
  readonly event_id: string;
  readonly succeeded: number;
  readonly pending: number;
  readonly failed: number;
}

const count = statement<DeliveryCounts, [string[]]>(
  'webhook_deliveries_count',
  `SELECT event_id, count(*) FILTER (WHERE status = 'succeeded')::int AS succeeded,
          count(*) FILTER (WHERE status = 'pending')::int AS pending,
          count(*) FILTER (WHERE status = 'failed')::int AS failed
   FROM webhook_deliveries WHERE event_id = ANY($1::text[]) GROUP BY event_id`,
);

/** Where the deliveries of these events stand; an event that went nowhere has no entry. */
export async function countDeliveries(
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, DeliveryCounts>> {
  const rows = await count.all([[...eventIds]]);
  return new Map(rows.map((row) => [row.event_id, row]));
}
