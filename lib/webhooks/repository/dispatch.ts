// What the dispatcher does with deliveries: takes what is due, settles what was tried, erases what is old.
import { statement, type Transaction } from '@/lib/db';
import type { WireObject } from '../event-object';

/** A delivery in a worker's hand, with all that an attempt needs. */
export interface ClaimedDelivery {
  id: string;
  /** Number of this claim; a later one fences this one off. */
  claim: number;
  attempts: number;
  startedAt: Date;
  endpointId: string;
  failing: boolean;
  url: string;
  secret: Buffer;
  /** Null when there is none, or its overlap is over. */
  previousSecret: Buffer | null;
  projectId: string;
  clockOffsetSeconds: number;
  eventId: string;
  livemode: boolean;
  type: string;
  apiVersion: string;
  object: WireObject;
  previous: WireObject | null;
  createdAt: Date;
}

// What a crashed server may forget without harm does not wait for its disk: a claim that is forgotten is made again, and
// so is a delivery whose success is, as every receiver must expect. A failure is never forgotten.
const forgettable = `set_config('synchronous_commit', 'off', true)`;

// One claim at a time over all processes: that makes the count of an endpoint's slots exact.
const lockClaims = statement<never, []>(
  'webhook_claims_lock',
  `SELECT pg_advisory_xact_lock(7270004, 1), ${forgettable}`,
);

const claimedColumns = `
  d.id, d.claims AS claim, d.attempts, d.started_at AS "startedAt", e.id AS "endpointId",
  e.failing_since IS NOT NULL AS failing, e.url, e.secret,
  CASE WHEN e.previous_secret_expires_at > now() THEN e.previous_secret END AS "previousSecret",
  p.id AS "projectId", p.clock_offset_seconds AS "clockOffsetSeconds", v.id AS "eventId", v.livemode, v.type,
  v.api_version AS "apiVersion", v.object, v.previous, v.created_at AS "createdAt"`;

// Walks from waiting endpoint to waiting endpoint by the index, so that its cost follows their number and not the
// length of anybody's backlog; then takes of each what is due, fewest in hand first.
const claim = statement<ClaimedDelivery, [number, number, number, number]>(
  'webhook_claim',
  `WITH RECURSIVE waiting (id) AS (
     (SELECT endpoint_id FROM webhook_deliveries WHERE status = 'pending' ORDER BY endpoint_id LIMIT 1)
     UNION ALL
     SELECT (SELECT d.endpoint_id FROM webhook_deliveries d
             WHERE d.status = 'pending' AND d.endpoint_id > w.id ORDER BY d.endpoint_id LIMIT 1)
     FROM waiting w WHERE w.id IS NOT NULL
   ), ready AS (
     SELECT e.id, e.failing_since IS NOT NULL AS failing, in_hand.count AS in_hand,
            now() + make_interval(secs => p.clock_offset_seconds) AS business_now
     FROM waiting w
     JOIN webhook_endpoints e ON e.id = w.id
     JOIN projects p ON p.id = e.project_id
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS count FROM webhook_deliveries c
       WHERE c.endpoint_id = e.id AND c.claimed_until IS NOT NULL AND c.claimed_until > now()
     ) AS in_hand
     WHERE e.status = 'enabled' AND e.deleted_at IS NULL AND in_hand.count < $2::int
   ), due AS (
     SELECT d.id, r.failing,
            row_number() OVER (PARTITION BY r.failing ORDER BY r.in_hand + d.place, random()) AS turn
     FROM ready r CROSS JOIN LATERAL (
       SELECT taken.id, row_number() OVER () AS place FROM (
         SELECT id FROM webhook_deliveries
         WHERE endpoint_id = r.id AND status = 'pending' AND next_attempt_at <= r.business_now
           AND (claimed_until IS NULL OR claimed_until <= now())
         ORDER BY next_attempt_at LIMIT $2::int - r.in_hand
         FOR UPDATE SKIP LOCKED
       ) AS taken
     ) AS d
   ), chosen AS (
     SELECT id FROM due WHERE NOT failing OR turn <= $3::int ORDER BY failing, turn LIMIT $1::int
   )
   UPDATE webhook_deliveries d
   SET claims = d.claims + 1, claimed_until = now() + make_interval(secs => $4::float8)
   FROM chosen, webhook_endpoints e, projects p, events v
   WHERE d.id = chosen.id AND e.id = d.endpoint_id AND p.id = e.project_id AND v.id = d.event_id
   RETURNING ${claimedColumns}`,
);

export interface ClaimLimits {
  readonly most: number;
  /** Of them at most so many for endpoints whose last attempt failed. */
  readonly mostFailing: number;
  /** Attempts at once for one endpoint, over all processes. */
  readonly slotsPerEndpoint: number;
  /** After that a claim that nobody settled is somebody else's. */
  readonly leaseSeconds: number;
}

/** Takes deliveries that are due on their project's clock. */
export async function claimDeliveries(limits: ClaimLimits, tx: Transaction): Promise<ClaimedDelivery[]> {
  await lockClaims.run([], tx);
  const { most, slotsPerEndpoint, mostFailing, leaseSeconds } = limits;
  return claim.all([most, slotsPerEndpoint, mostFailing, leaseSeconds], tx);
}

const nextOfProject = statement<
  { objectId: string; endpointId: string; dueAt: Date },
  [string, Date, readonly string[]]
>(
  'webhook_next_of_project',
  `SELECT d.id AS "objectId", d.endpoint_id AS "endpointId", d.next_attempt_at AS "dueAt"
   FROM webhook_deliveries d JOIN webhook_endpoints e ON e.id = d.endpoint_id
   WHERE e.project_id = $1 AND e.status = 'enabled' AND e.deleted_at IS NULL AND d.status = 'pending'
     AND d.next_attempt_at <= $2 AND d.id <> ALL($3::text[])
   ORDER BY d.next_attempt_at, d.id LIMIT 1`,
);

/** The delivery of a project whose attempt is due first. */
export function findNextDelivery(
  projectId: string,
  until: Date,
  except: readonly string[],
): Promise<{ objectId: string; endpointId: string; dueAt: Date } | null> {
  return nextOfProject.first([projectId, until, except]);
}

const claimThis = statement<ClaimedDelivery, [string, number, number]>(
  'webhook_claim_one',
  `UPDATE webhook_deliveries d
   SET claims = d.claims + 1, claimed_until = now() + make_interval(secs => $3::float8)
   FROM webhook_endpoints e, projects p, events v
   WHERE d.id = $1 AND d.status = 'pending' AND (d.claimed_until IS NULL OR d.claimed_until <= now())
     AND d.next_attempt_at <= now() + make_interval(secs => p.clock_offset_seconds)
     AND e.id = d.endpoint_id AND e.status = 'enabled' AND e.deleted_at IS NULL
     AND p.id = e.project_id AND v.id = d.event_id
     AND (SELECT count(*) FROM webhook_deliveries c
          WHERE c.endpoint_id = d.endpoint_id AND c.claimed_until IS NOT NULL AND c.claimed_until > now()) < $2::int
   RETURNING ${claimedColumns}`,
);

/** Takes this delivery, if it is due, nobody has it in hand, and its endpoint has a slot. */
export async function claimDelivery(
  id: string,
  { slotsPerEndpoint, leaseSeconds }: Pick<ClaimLimits, 'slotsPerEndpoint' | 'leaseSeconds'>,
  tx: Transaction,
): Promise<ClaimedDelivery | null> {
  await lockClaims.run([], tx);
  return claimThis.first([id, slotsPerEndpoint, leaseSeconds], tx);
}

/** What became of one attempt. */
export interface Settlement {
  readonly id: string;
  readonly claim: number;
  readonly status: 'succeeded' | 'pending' | 'failed';
  readonly attemptedAt: Date;
  readonly endedAt: Date;
  readonly durationMs: number;
  readonly statusCode: number | null;
  readonly failure: string | null;
  readonly replyHead: string | null;
  readonly nextAttemptAt: Date | null;
}

const settle = statement<{ failingSince: Date | null }, unknown[]>(
  'webhook_settle',
  `WITH settled AS (
     UPDATE webhook_deliveries
     SET status = $3::webhook_delivery_status, attempts = attempts + 1, claimed_until = NULL, updated_at = $5,
         next_attempt_at = coalesce($10, next_attempt_at)
     WHERE id = $1 AND claims = $2 AND status = 'pending'
     RETURNING id, endpoint_id
   ), logged AS (
     INSERT INTO webhook_attempts (delivery_id, number, attempted_at, duration_ms, status_code, failure, reply_head, next_attempt_at)
     SELECT id, $2, $4, $6, $7, $8, $9, $10 FROM settled
   ), failing AS (
     UPDATE webhook_endpoints e
     SET failing_since = CASE WHEN $3::webhook_delivery_status = 'succeeded' THEN NULL ELSE $5::timestamptz END
     FROM settled WHERE e.id = settled.endpoint_id
       AND (e.failing_since IS NULL) <> ($3::webhook_delivery_status = 'succeeded')
     RETURNING e.failing_since
   )
   SELECT CASE WHEN EXISTS (SELECT FROM failing) THEN (SELECT failing_since FROM failing) ELSE e.failing_since END
            AS "failingSince",
          CASE WHEN $3::webhook_delivery_status = 'succeeded' THEN ${forgettable} END AS durability
   FROM settled JOIN webhook_endpoints e ON e.id = settled.endpoint_id`,
);

/**
 * Writes down what became of an attempt, and whether the endpoint is failing.
 *
 * @returns since when it fails; null when the delivery is no longer this claim's: nothing was written.
 */
export function settleDelivery(
  settlement: Settlement,
  tx?: Transaction,
): Promise<{ failingSince: Date | null } | null> {
  const { id, claim: number, status, attemptedAt, endedAt, durationMs } = settlement;
  const { statusCode, failure, replyHead, nextAttemptAt } = settlement;
  return settle.first(
    [id, number, status, attemptedAt, endedAt, durationMs, statusCode, failure, replyHead, nextAttemptAt],
    tx,
  );
}

const eraseDeliveries = statement<never, [number, number]>(
  'webhook_deliveries_erase',
  `DELETE FROM webhook_deliveries WHERE id IN (
     SELECT id FROM webhook_deliveries WHERE created_at < now() - make_interval(secs => $1::float8) LIMIT $2)`,
);

/** Erases up to `most` deliveries, with their attempts, that are older than `seconds`. @returns how many. */
export function eraseDeliveriesOlderThan(seconds: number, most: number): Promise<number> {
  return eraseDeliveries.run([seconds, most]);
}
