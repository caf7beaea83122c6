// Evidence that somebody called the borrower on a number of our own finding (product §2): for accounts whose bank does
// not confirm names. Whoever records it neither approves nor releases.
import { encrypt } from '@/lib/crypto';
import { newId } from '@/lib/core/ids';
import { recordAudit } from '@/lib/audit';
import { officerAct } from './officer-act';
import type { OfficerContext } from './officers';
import { insertCallBack } from './repository/approvals';
import type { DisbursementRow } from './repository/disbursements';

/** @throws MoneyOutRefused, ApiError `resource_not_found`. */
export function recordPayeeCallBack(call: {
  readonly ctx: OfficerContext;
  readonly input: {
    readonly id: string;
    /** Whether the borrower confirmed the account. */
    readonly confirmed: boolean;
    /** Where the number came from: never from the request itself. */
    readonly numberSource: string;
    readonly spokeTo: string;
    readonly note: string;
  };
}): Promise<DisbursementRow> {
  const { ctx, input } = call;
  return officerAct({ ctx, act: 'record_call_back', id: input.id }, async ({ mover, locked, officer }) => {
    const { row, now } = locked;
    const id = newId('pcb');
    const { confirmed, numberSource, note } = input;
    const spokeTo = encrypt('personal-data', input.spokeTo, `${id}.spoke-to`);
    await insertCallBack(
      { id, disbursementId: row.id, confirmed, numberSource, spokeTo, note, recordedBy: officer.id, createdAt: now },
      mover.tx,
    ); // prettier-ignore
    await recordAudit(mover.tx, {
      stream: row.projectId,
      actor: mover.actor,
      act: 'disbursement.record_call_back',
      objectId: row.id,
      requestId: mover.requestId,
      detail: { call_back_id: id, confirmed, number_source: numberSource },
    });
    return { row };
  });
}
