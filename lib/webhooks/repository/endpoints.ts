// Endpoints. Rarely written, read by the dispatcher's own statements.
import { keysetList, lookUp, statement, type Transaction } from '@/lib/db';
import type { DisabledReason, EndpointStatus } from '../state';

export interface EndpointRow {
  id: string;
  projectId: string;
  livemode: boolean;
  url: string;
  description: string | null;
  enabledEvents: string[];
  apiVersion: string;
  metadata: Record<string, string> | null;
  status: EndpointStatus;
  disabledReason: DisabledReason | null;
  secret: Buffer;
  previousSecret: Buffer | null;
  previousSecretExpiresAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

const columns = `
  id, project_id AS "projectId", livemode, url, description, enabled_events AS "enabledEvents",
  api_version AS "apiVersion", metadata, status, disabled_reason AS "disabledReason", secret,
  previous_secret AS "previousSecret", previous_secret_expires_at AS "previousSecretExpiresAt",
  created_at AS "createdAt", updated_at AS "updatedAt"`;

// Create

// One at a time in an account. A lock of its own kind: it lets rows that refer to the partner be written meanwhile.
const lockAccount = statement<{ id: string }, [string]>(
  'webhook_account_lock',
  `SELECT id FROM partners WHERE id = $1 FOR NO KEY UPDATE`,
);

const freeSlot = statement<{ slot: number }, [string, number]>(
  'webhook_free_slot',
  `SELECT slot FROM generate_series(1, $2::int) AS slot
   WHERE NOT EXISTS (SELECT FROM webhook_endpoints e WHERE e.partner_id = $1 AND e.slot = slot.slot)
   ORDER BY slot LIMIT 1`,
);

/** The lowest free slot of the account, which stays this transaction's; null when none is. */
export async function takeSlot(partnerId: string, slots: number, tx: Transaction): Promise<number | null> {
  await lockAccount.first([partnerId], tx);
  return (await freeSlot.first([partnerId, slots], tx))?.slot ?? null;
}

const insert = statement<never, unknown[]>(
  'webhook_endpoint_insert',
  `INSERT INTO webhook_endpoints (id, partner_id, slot, project_id, livemode, url, description, enabled_events,
     api_version, metadata, secret, created_at, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12, $12)`,
);

export async function insertEndpoint(
  row: EndpointRow,
  account: { readonly partnerId: string; readonly slot: number },
  tx: Transaction,
): Promise<void> {
  await insert.run(
    [row.id, account.partnerId, account.slot, row.projectId, row.livemode, row.url, row.description,
     row.enabledEvents, row.apiVersion, row.metadata && JSON.stringify(row.metadata), row.secret, row.createdAt],
    tx,
  ); // prettier-ignore
}

// Read

const find = lookUp<EndpointRow, [string, string]>(
  'webhook_endpoint_find',
  `SELECT ${columns} FROM webhook_endpoints WHERE id = $1 AND project_id = $2 AND deleted_at IS NULL`,
);
const lock = statement<EndpointRow, [string, string]>(
  'webhook_endpoint_lock',
  `SELECT ${columns} FROM webhook_endpoints WHERE id = $1 AND project_id = $2 AND deleted_at IS NULL
   FOR NO KEY UPDATE`,
);

const idsOfProject = statement<{ id: string }, [string]>(
  'webhook_endpoint_ids',
  `SELECT id FROM webhook_endpoints WHERE project_id = $1 AND deleted_at IS NULL ORDER BY id`,
);

/** Ids of a project's endpoints. */
export async function findEndpointIds(projectId: string, tx: Transaction): Promise<string[]> {
  return (await idsOfProject.all([projectId], tx)).map(({ id }) => id);
}

export function findEndpoint(projectId: string, id: string): Promise<EndpointRow | null> {
  return find.first([id, projectId]);
}

/** Locked against changes until the transaction ends; events may still be put on their way to it. */
export function lockEndpoint(projectId: string, id: string, tx: Transaction): Promise<EndpointRow | null> {
  return lock.first([id, projectId], tx);
}

/** A project's endpoints, newest first. */
export const endpointPages = keysetList<EndpointRow, 'status'>({
  name: 'webhook_endpoint',
  columns,
  from: 'webhook_endpoints e',
  alias: 'e',
  few: true,
  where: 'e.deleted_at IS NULL',
  filters: { status: 'webhook_endpoint_status' },
});

// Change

const update = statement<never, unknown[]>(
  'webhook_endpoint_update',
  `UPDATE webhook_endpoints
   SET url = $3, description = $4, enabled_events = $5, metadata = $6::jsonb, status = $7::webhook_endpoint_status, disabled_reason = $8,
       secret = $9, previous_secret = $10, previous_secret_expires_at = $11, updated_at = $12,
       failing_since = CASE WHEN status = 'disabled' AND $7::webhook_endpoint_status = 'enabled' THEN NULL ELSE failing_since END
   WHERE id = $1 AND status = $2 AND deleted_at IS NULL`,
);

/** Writes `after` over `before`, if that is still what it was. @returns whether it did. */
export async function updateEndpoint(
  before: EndpointRow,
  after: EndpointRow,
  tx: Transaction,
): Promise<boolean> {
  const changed = await update.run(
    [before.id, before.status, after.url, after.description, after.enabledEvents,
     after.metadata && JSON.stringify(after.metadata), after.status, after.disabledReason, after.secret,
     after.previousSecret, after.previousSecretExpiresAt, after.updatedAt],
    tx,
  ); // prettier-ignore
  return changed === 1;
}

const remove = statement<never, [string, Date]>(
  'webhook_endpoint_delete',
  `UPDATE webhook_endpoints
   SET deleted_at = $2, updated_at = $2, slot = NULL, secret = NULL, previous_secret = NULL,
       previous_secret_expires_at = NULL
   WHERE id = $1 AND deleted_at IS NULL`,
);
const dropWaiting = statement<never, [string, Date]>(
  'webhook_deliveries_drop',
  `UPDATE webhook_deliveries SET status = 'failed', updated_at = $2 WHERE endpoint_id = $1 AND status = 'pending'`,
);

/** Marks it deleted, frees its slot, erases its secrets and ends what was on its way. @returns whether it did. */
export async function deleteEndpointRow(id: string, at: Date, tx: Transaction): Promise<boolean> {
  const deleted = (await remove.run([id, at], tx)) === 1;
  await dropWaiting.run([id, at], tx);
  return deleted;
}
