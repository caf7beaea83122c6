// The claiming transaction: everything that must hold for money to leave is read and judged here, with the disbursement
// locked, and the intent is written before anybody calls a bank (product §2).
import { randomUUID } from 'node:crypto';
import { newId } from '@/lib/core/ids';
import { payeeHash, refusalsOfRelease, snapshotHash } from '@/lib/approvals';
import { recordAudit } from '@/lib/audit';
import { withTransaction, type Transaction } from '@/lib/db';
import { readPaymentOrder, type PaymentOrder } from '@/lib/disbursements';
import { checkLedger, LedgerViolation, ledgerStandingOf } from '@/lib/ledger';
import type { BankRail, PaymentInstruction } from '@/lib/providers';
import { raiseAlarm, type Alarm } from './alarm';
import { clusterHasChanged } from './cluster';
import { bankReference } from './reference';
import { claimInstruction, findStops, hasBlockingException, isWithinLimits } from './repository';

export interface Claim {
  readonly instructionId: string;
  readonly token: string;
  readonly disbursementId: string;
  readonly livemode: boolean;
  readonly instruction: PaymentInstruction;
}

/** Why nothing was claimed. Not a fault: the sweep comes back to what is still released. */
export type NotClaimed =
  | 'not_released'
  | 'taken' // another payer holds it, or the bank has it already
  | 'stopped'
  | 'over_limit'
  | 'alarm';

const alarmAbout = (order: PaymentOrder, kind: Alarm['kind'], detail: Alarm['detail'] = {}): Alarm => ({
  kind,
  livemode: order.livemode,
  subject: order.id,
  disbursementId: order.id,
  detail,
});

/** What cannot be, if everybody kept to the rules. */
async function alarmOf(order: PaymentOrder, payeeSha256: string, tx: Transaction): Promise<Alarm | null> {
  const snapshotSha256 = order.snapshotSha256 ?? '';
  const facts = { ...order, disbursementId: order.id, payeeSha256, snapshotSha256 };
  const refusals = refusalsOfRelease(facts, order.approvals);
  if (refusals.length > 0) return alarmAbout(order, 'release_not_signed', { refusals });
  if (order.evidence === null || snapshotHash(JSON.parse(order.evidence)) !== snapshotSha256)
    return alarmAbout(order, 'evidence_changed');
  const standing = await ledgerStandingOf(order.id, tx);
  const reserved =
    standing?.kind === 'reserve' &&
    standing.amountPence === order.amountPence &&
    standing.livemode === order.livemode;
  if (!reserved) return alarmAbout(order, 'ledger_mismatch', { standing });
  try {
    await checkLedger(tx);
  } catch (error) {
    if (!(error instanceof LedgerViolation)) throw error;
    return { ...alarmAbout(order, 'ledger_violation', { violations: error.violations }), subject: 'ledger' };
  }
  return null;
}

async function refusalOf(order: PaymentOrder, tx: Transaction): Promise<NotClaimed | null> {
  if (await hasBlockingException(order.livemode, tx)) return 'stopped';
  if (!order.livemode) return null; // a sandbox moves no money: it has neither stops nor limits
  if ((await findStops(order.partnerId, tx)).length > 0) return 'stopped';
  return (await isWithinLimits(order.id, tx)) ? null : 'over_limit';
}

/** Judges and claims. Of any number of payers at once, one gets the claim. */
export async function claim(disbursementId: string, rail: BankRail): Promise<Claim | NotClaimed> {
  const result = await withTransaction(async (tx): Promise<Claim | NotClaimed | { alarm: Alarm }> => {
    const order = await readPaymentOrder(disbursementId, { tx, lock: true });
    if (!order || (order.status !== 'released' && order.status !== 'unknown')) return 'not_released';
    const payeeSha256 = payeeHash(order.payee);
    const changed = order.livemode ? await clusterHasChanged(tx) : null;
    const alarm = changed ?? (await alarmOf(order, payeeSha256, tx));
    if (alarm) return { alarm };
    const refusal = await refusalOf(order, tx);
    if (refusal) return refusal;
    const { livemode, amountPence } = order;
    const token = randomUUID();
    const reference = bankReference(order.id);
    const instructionId = await claimInstruction(
      { id: newId('bki'), disbursementId, livemode, rail: rail.id, bankReference: reference, amountPence, payeeSha256, claimToken: token },
      tx,
    ); // prettier-ignore
    if (!instructionId) return 'taken';
    await recordAudit(tx, {
      stream: order.projectId,
      actor: { kind: 'system', job: 'payer.pay' },
      act: 'bank_instruction.claim',
      objectId: order.id,
      detail: { instruction_id: instructionId, bank_reference: reference, amount_pence: amountPence },
    });
    return {
      instructionId,
      token,
      disbursementId,
      livemode,
      instruction: { reference, amountPence, payee: order.payee },
    };
  });
  if (typeof result === 'string' || !('alarm' in result)) return result;
  await raiseAlarm(result.alarm);
  return 'alarm';
}
