// The facts that the rules look at, read in the transaction of the act. Also the locks that make the caps exact.
import { statement, type Transaction } from '@/lib/db';
import type { Officer, StaffRole } from '../officers';

// Locks

const lockShared = statement<never, [string]>(
  'money_out_lock_shared',
  'SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))',
);
const lockAlone = statement<never, [string]>(
  'money_out_lock',
  'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
);

const gate = 'money-out:gate';

/** Releases and sendings pass the gate side by side. */
export async function passGate(tx: Transaction): Promise<void> {
  await lockShared.all([gate], tx);
}

/** A stop or a new limit waits for those inside, and nobody enters until it is committed. */
export async function closeGate(tx: Transaction): Promise<void> {
  await lockAlone.all([gate], tx);
}

/** One release at a time for one person, and for one partner: two cannot both take the last pound of a day. */
export async function lockDay(personId: string, partnerId: string, tx: Transaction): Promise<void> {
  // Always persons before partners, so that nobody waits in a circle.
  await lockAlone.all([`money-out:person:${personId}`], tx);
  await lockAlone.all([`money-out:partner:${partnerId}`], tx);
}

// Facts

const role = statement<{ role: StaffRole }, [string]>(
  'money_out_staff_role',
  'SELECT role FROM staff_members WHERE person_id = $1',
);

/** The person as staff today, read at every act: a role that was taken away is gone at once. */
export async function readOfficer(personId: string, tx?: Transaction): Promise<Officer> {
  return { id: personId, role: (await role.first([personId], tx))?.role ?? null };
}

const everyone = statement<{ id: string; name: string; role: StaffRole }, []>(
  'money_out_staff',
  'SELECT s.person_id AS id, p.name, s.role FROM staff_members s JOIN people p ON p.id = s.person_id ORDER BY p.name, p.id',
);

/** All staff with their names: who can act, when somebody cannot. */
export const readStaff = (tx?: Transaction) => everyone.all([], tx);

export interface SituationRow {
  partnerActive: boolean;
  partnerVerifiers: string[];
  callBackRecorders: string[];
  payeeCalledBack: boolean;
  limitChangersToday: string[];
  stopped: boolean;
  partnerStopped: boolean;
  perItemPence: number;
  perPersonDayPence: number;
  perPartnerDayPence: number;
  partnerTodayPence: number;
  personTodayPence: Record<string, number>;
}

// What failed for good never left; all else that was released today counts, whatever became of it.
const released = `livemode AND released_by IS NOT NULL AND status <> 'failed' AND release_day = $2::date`;
const read = statement<SituationRow, [id: string, day: string, dayStart: Date]>(
  'money_out_situation',
  `SELECT a.status = 'active' AND p.status = 'active' AS "partnerActive",
     ARRAY(SELECT DISTINCT actor_id FROM audit_entries
           WHERE object_id = d.partner_id AND act = 'partner.verify' AND actor_kind = 'staff') AS "partnerVerifiers",
     ARRAY(SELECT DISTINCT recorded_by FROM payee_call_backs WHERE disbursement_id = d.id) AS "callBackRecorders",
     coalesce((SELECT confirmed FROM payee_call_backs WHERE disbursement_id = d.id ORDER BY id DESC LIMIT 1), false)
       AS "payeeCalledBack",
     ARRAY(SELECT unnest(ARRAY[proposed_by, confirmed_by]) FROM money_out_limits WHERE confirmed_at >= $3) AS "limitChangersToday",
     EXISTS (SELECT FROM money_out_stops WHERE started_at IS NULL AND partner_id IS NULL) AS stopped,
     EXISTS (SELECT FROM money_out_stops WHERE started_at IS NULL AND partner_id = d.partner_id) AS "partnerStopped",
     l.per_item_pence AS "perItemPence", l.per_person_day_pence AS "perPersonDayPence",
     l.per_partner_day_pence AS "perPartnerDayPence",
     (SELECT coalesce(sum(amount_pence), 0)::bigint FROM disbursements WHERE ${released} AND partner_id = d.partner_id)
       AS "partnerTodayPence",
     (SELECT coalesce(jsonb_object_agg(released_by, pence), '{}') FROM (
        SELECT released_by, sum(amount_pence) AS pence FROM disbursements WHERE ${released} GROUP BY released_by) s)
       AS "personTodayPence"
   FROM disbursements d JOIN projects p ON p.id = d.project_id JOIN partners a ON a.id = d.partner_id
     CROSS JOIN LATERAL (SELECT * FROM money_out_limits WHERE confirmed_at IS NOT NULL ORDER BY version DESC LIMIT 1) l
   WHERE d.id = $1`,
);

/** @param day today in the United Kingdom, `YYYY-MM-DD`. */
export function readSituationRow(
  id: string,
  day: string,
  dayStart: Date,
  tx?: Transaction,
): Promise<SituationRow | null> {
  return read.first([id, day, dayStart], tx);
}
