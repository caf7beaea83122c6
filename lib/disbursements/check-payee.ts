// The job behind `payee_check`: asks the confirmation service between transactions, never in one, and records its
// answer once. Silence is not an answer: after some tries the check is `unavailable`, and a person calls back.
import { assert } from '@/lib/core/assert';
import { recordAudit } from '@/lib/audit';
import { withTransaction } from '@/lib/db';
import type { JobPayload, JobRun } from '@/lib/jobs';
import { ask, payeeConfirmation, ProviderUnavailable, type PayeeAnswer } from '@/lib/providers';
import { openPayee, sealNameAtBank } from './payee';
import { findTimedDisbursement, updateDisbursement, type DisbursementRow } from './repository/disbursements';
import { lockDisbursement } from './transition';

const jobName = 'disbursements.check_payee';
const providerTimeoutMs = 10_000;
/** The queue's pauses double: the fifth try is some three minutes after the first. */
const tries = 5;

async function askAbout(row: DisbursementRow, { signal, attempt }: JobRun): Promise<PayeeAnswer> {
  const service = payeeConfirmation(row.livemode);
  try {
    return await ask((cut) => service.confirm(openPayee(row), cut), {
      provider: 'confirmation of payee',
      timeoutMs: providerTimeoutMs,
      signal,
    });
  } catch (error) {
    if (error instanceof ProviderUnavailable && attempt >= tries && !signal.aborted) {
      return { result: 'unavailable' };
    }
    throw error;
  }
}

/**
 * Records what the bank says of the payee of one disbursement.
 *
 * @throws ProviderUnavailable when the service cannot be asked; the job is tried again.
 */
export async function checkPayee({ disbursementId }: JobPayload<typeof jobName>, run: JobRun): Promise<void> {
  const known = await findTimedDisbursement(disbursementId);
  if (known?.payeeCheck !== 'pending') return;
  const answer = await askAbout(known, run);
  await withTransaction(async (tx) => {
    const { row, now } = await lockDisbursement({ tx }, disbursementId);
    if (row.payeeCheck !== 'pending') return;
    const after: DisbursementRow = {
      ...row,
      payeeCheck: answer.result,
      payeeNameAtBank: answer.result === 'close_match' ? sealNameAtBank(row.id, answer.nameAtBank) : null,
      payeeCheckedAt: now,
      updatedAt: now,
    };
    assert(await updateDisbursement(row, after, tx), 'a locked disbursement changes exactly once');
    await recordAudit(tx, {
      stream: row.projectId,
      actor: { kind: 'system', job: jobName },
      act: 'disbursement.check_payee',
      objectId: row.id,
      detail: { payee_check: answer.result },
    });
  });
}
