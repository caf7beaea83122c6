// Commits what the bank made of a payment: instruction, disbursement, ledger, audit and events in one transaction.
import { withTransaction, type Transaction } from '@/lib/db';
import { markFailed, markSent, markUnknown, returnByBank, settleDisbursement } from '@/lib/disbursements';
import { moveInstruction, type InstructionRow, type InstructionState } from './repository';

type Subject = Pick<InstructionRow, 'id' | 'disbursementId'>;

export type Conclusion =
  | { readonly state: 'accepted' | 'settled' | 'unknown' }
  | { readonly state: 'refused' | 'returned'; readonly code: string };

const from: Readonly<Record<Conclusion['state'], readonly InstructionState[]>> = {
  accepted: ['sending', 'unknown'],
  refused: ['sending', 'unknown'],
  unknown: ['sending'],
  settled: ['accepted'],
  returned: ['accepted', 'settled'],
};

/** Somebody else has concluded it in between; nothing was changed. */
class AlreadyConcluded extends Error {}

function moveDisbursement(
  id: string,
  conclusion: Conclusion,
  tx: Transaction,
  job: string,
): Promise<unknown> {
  const mover = { tx, actor: { kind: 'system', job } as const };
  switch (conclusion.state) {
    case 'accepted':
      return markSent(mover, id);
    case 'settled':
      return settleDisbursement(mover, id);
    case 'refused':
      return markFailed(mover, id, conclusion.code);
    case 'returned':
      return returnByBank(mover, id, conclusion.code);
    case 'unknown':
      return markUnknown(mover, id);
  }
}

/** Whether the disbursement, not the database, said no. */
const isRefusal = (error: unknown) => (error as { code?: unknown }).code === 'invalid_state';

async function carryOut(subject: Subject, conclusion: Conclusion, job: string): Promise<void> {
  await withTransaction(async (tx) => {
    // Locks in the one order of money-out: application, disbursement, instruction.
    let refusal: unknown;
    await moveDisbursement(subject.disbursementId, conclusion, tx, job).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
      refusal = error;
    });
    const answer = 'code' in conclusion ? `${conclusion.state}: ${conclusion.code}` : conclusion.state;
    if (!(await moveInstruction(subject.id, from[conclusion.state], conclusion.state, answer, tx)))
      throw new AlreadyConcluded();
    // Silent for the second time, after it was sent again: the disbursement is unknown already.
    if (refusal !== undefined && conclusion.state !== 'unknown') throw refusal as Error;
  });
}

/** @returns false when somebody else has concluded it already. */
export async function conclude(subject: Subject, conclusion: Conclusion, job: string): Promise<boolean> {
  try {
    await carryOut(subject, conclusion, job);
    return true;
  } catch (error) {
    if (error instanceof AlreadyConcluded) return false;
    throw error;
  }
}
