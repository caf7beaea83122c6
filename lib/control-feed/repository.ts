// SQL of the feed. Readers go by transaction ids, not by row ids: rows commit in another order than their
// ids were drawn, and a reader that remembered the highest id would miss the late ones.
import type pg from 'pg';
import { statement, type Transaction } from '@/lib/db';
import type { ControlChange, ControlChangeKind } from './change';

const insert = statement<never, [ControlChangeKind, string | null, string, Date | null]>(
  'control_change_insert',
  `INSERT INTO control_changes (kind, project_id, subject, expires_at) VALUES ($1, $2, $3, $4)`,
);

/** Appends a change in the caller's transaction; it spreads when that commits. */
export async function insertChange(change: ControlChange, tx: Transaction): Promise<void> {
  await insert.run([change.kind, change.projectId, change.subject, change.expiresAt], tx);
}

const erase = statement<never, [number]>(
  'control_change_erase',
  `DELETE FROM control_changes
   WHERE created_at < now() - make_interval(hours => $1) AND (expires_at IS NULL OR expires_at < now())`,
);

/** Erases changes older than `hours` that no living token can match. @returns how many. */
export function eraseChangesOlderThan(hours: number): Promise<number> {
  return erase.run([hours]);
}

/** A row as it was read, with the id that tells it apart. */
export interface ReadChange extends ControlChange {
  readonly id: number;
}

export interface Reading {
  readonly changes: readonly ReadChange[];
  /** Every transaction below it had ended when this was read; the next reading starts here. */
  readonly watermark: string;
}

interface Row {
  watermark: string;
  id: number | null;
  kind: ControlChangeKind;
  project_id: string | null;
  subject: string;
  expires_at: Date | null;
}

// The watermark and the rows come from one snapshot, because they come from one statement.
const columns = `pg_snapshot_xmin(pg_current_snapshot())::text AS watermark, c.id, c.kind, c.project_id, c.subject, c.expires_at`;
const readAll = `SELECT ${columns} FROM (VALUES (1)) AS always LEFT JOIN control_changes c ON c.expires_at > now()`;
const readSince = `SELECT ${columns} FROM (VALUES (1)) AS always LEFT JOIN control_changes c ON c.transaction_id >= $1::text::xid8 ORDER BY c.id`;

function toReading(rows: readonly Row[]): Reading {
  const changes = rows
    .filter((row) => row.id !== null)
    .map((row) => ({
      id: row.id as number,
      kind: row.kind,
      projectId: row.project_id,
      subject: row.subject,
      expiresAt: row.expires_at,
    }));
  return { changes, watermark: rows[0]?.watermark ?? '0' };
}

/** Every revocation that a living token may still match. */
export async function readRevocations(client: pg.Client): Promise<Reading> {
  return toReading((await client.query<Row>({ name: 'control_feed_load', text: readAll })).rows);
}

/** Every change whose transaction had not ended by `watermark`: new ones, and some read before. */
export async function readChangesSince(client: pg.Client, watermark: string): Promise<Reading> {
  return toReading(
    (await client.query<Row>({ name: 'control_feed_tail', text: readSince, values: [watermark] })).rows,
  );
}
