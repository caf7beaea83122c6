// An alarm: something that cannot be, if everybody kept to the rules. It is logged, audited, a task for a person, and for
// live money a stop that two people must lift.
import { newId } from '@/lib/core/ids';
import { recordAudit } from '@/lib/audit';
import { withTransaction } from '@/lib/db';
import { logger } from '@/lib/logging';
import { insertException, insertStop } from './repository';

export type AlarmKind =
  | 'release_not_signed' // a status says released, the signed records do not
  | 'evidence_changed' // the frozen evidence is not what was signed
  | 'ledger_violation'
  | 'ledger_mismatch' // the ledger has not reserved this payment
  | 'unknown_reference' // the bank has a payment that we never ordered
  | 'amount_mismatch' // the bank has another amount or account
  | 'state_mismatch' // the bank has what we have not sent, or ended what we have not
  | 'missing_at_bank' // the bank does not have what it once accepted
  | 'cluster_changed'; // this database is a copy, or was set back in time

export interface Alarm {
  readonly kind: AlarmKind;
  readonly livemode: boolean;
  /** What it is about: a bank reference, a disbursement, the cluster. One open alarm for each kind and subject. */
  readonly subject: string;
  readonly disbursementId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

const sentences: Readonly<Record<AlarmKind, string>> = {
  release_not_signed: 'A disbursement is marked released without the signed records of two people.',
  evidence_changed: 'The evidence of a released disbursement is not what was signed.',
  ledger_violation: 'The ledger contradicts itself.',
  ledger_mismatch: 'The ledger has not reserved a released disbursement.',
  unknown_reference: 'The bank has a payment that was not ordered here.',
  amount_mismatch: 'The bank has a payment with another amount or account.',
  state_mismatch: 'The bank and our books disagree about a payment.',
  missing_at_bank: 'The bank has no record of a payment that it had accepted.',
  cluster_changed: 'This database was restored or moved.',
};

/** Raises it once: while the same alarm is open, nothing more happens. */
export async function raiseAlarm(alarm: Alarm): Promise<void> {
  const { kind, livemode, subject, disbursementId = null, detail = {} } = alarm;
  await withTransaction(async (tx) => {
    const row = { id: newId('rex'), livemode, kind, subject, disbursementId, detail, blocking: true };
    if (livemode) await insertStop(newId('mos'), sentences[kind], `payer.${kind}`, tx);
    if (!(await insertException(row, tx))) return;
    await recordAudit(tx, {
      stream: 'platform',
      actor: { kind: 'system', job: 'payer' },
      act: 'money_out.alarm',
      objectId: disbursementId ?? subject,
      detail: { kind, livemode, exception_id: row.id, ...detail },
    });
  });
  logger().error({ kind, livemode, subject, ...detail }, `ALARM: ${sentences[kind]} Money-out is stopped.`);
}
