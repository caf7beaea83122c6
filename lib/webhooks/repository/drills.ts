// Fire drills: what each shot was answered. One at a time for an endpoint, by a partial unique index.
import { statement, type Transaction } from '@/lib/db';
import type { FiredShot } from '../drill/shots';

export interface DrillRow {
  id: string;
  endpointId: string;
  startedAt: Date;
  /** Null while it runs. */
  passed: number | null;
  shots: FiredShot[] | null;
}

const columns = `id, endpoint_id AS "endpointId", started_at AS "startedAt", passed, shots`;

// A drill is over within 20 seconds: what is older and unfinished was its process's end.
const forget = statement<never, [string]>(
  'webhook_drill_forget',
  `DELETE FROM webhook_drills WHERE endpoint_id = $1 AND shots IS NULL AND started_at < now() - interval '1 minute'`,
);
const insert = statement<never, [string, string, string]>(
  'webhook_drill_insert',
  `INSERT INTO webhook_drills (id, project_id, livemode, endpoint_id, started_at) VALUES ($1, $2, false, $3, now())
   ON CONFLICT DO NOTHING`,
);

/** @returns false while another runs. */
export async function insertDrill(
  {
    id,
    projectId,
    endpointId,
  }: { readonly id: string; readonly projectId: string; readonly endpointId: string },
  tx: Transaction,
): Promise<boolean> {
  await forget.run([endpointId], tx);
  return (await insert.run([id, projectId, endpointId], tx)) === 1;
}

const finish = statement<DrillRow, [string, string, number, boolean]>(
  'webhook_drill_finish',
  `UPDATE webhook_drills SET shots = $2::jsonb, passed = $3, refuses_forgeries = $4
   WHERE id = $1 AND shots IS NULL RETURNING ${columns}`,
);

export async function finishDrill(id: string, shots: readonly FiredShot[]): Promise<DrillRow> {
  const passed = shots.filter((shot) => shot.passed).length;
  // A refusal, or no answer: what counts is that nothing forged was accepted.
  const accepted = shots
    .filter(({ expected }) => expected === 'refuse')
    .some(({ messages }) => messages.some(({ failure }) => failure === null));
  const row = await finish.first([id, JSON.stringify(shots), passed, !accepted]);
  if (!row) throw new Error(`The drill ${id} was not under way.`);
  return row;
}

const remove = statement<never, [string]>('webhook_drill_delete', `DELETE FROM webhook_drills WHERE id = $1`);

export async function deleteDrill(id: string): Promise<void> {
  await remove.run([id]);
}

const newest = statement<DrillRow, [string, number]>(
  'webhook_drills_newest',
  `SELECT ${columns} FROM webhook_drills WHERE endpoint_id = $1 AND shots IS NOT NULL ORDER BY id DESC LIMIT $2`,
);

export function selectDrills(endpointId: string, most: number): Promise<DrillRow[]> {
  return newest.all([endpointId, most]);
}

const erase = statement<never, [number]>(
  'webhook_drills_erase',
  `DELETE FROM webhook_drills WHERE started_at < now() - make_interval(secs => $1::float8)`,
);

/** @returns how many were erased. */
export function eraseDrillsOlderThan(seconds: number): Promise<number> {
  return erase.run([seconds]);
}
