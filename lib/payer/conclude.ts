// Commits what the bank made of a payment: instruction, disbursement, ledger, audit and events in one transaction.
import { withTransaction } from '@/lib/db';
import { noteFailed, noteReturnedByBank, noteSent, noteSettled, noteUnanswered } from '@/lib/disbursements';
import { moveInstruction, type InstructionRow, type InstructionState } from './repository';

type Subject = Pick<InstructionRow, 'id' | 'disbursementId' | 'bankReference'>;

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

async function carryOut(subject: Subject, conclusion: Conclusion, job: string): Promise<void> {
  await withTransaction(async (tx) => {
    const ctx = { tx, job };
    const about = { id: subject.disbursementId, bankReference: subject.bankReference };
    const answer = 'code' in conclusion ? `${conclusion.state}: ${conclusion.code}` : conclusion.state;
    // The instruction first: of two who conclude the same, the second waits here and then finds it moved.
    if (!(await moveInstruction(subject.id, from[conclusion.state], conclusion.state, answer, tx)))
      throw new AlreadyConcluded();
    switch (conclusion.state) {
      case 'accepted':
        return noteSent(ctx, about);
      case 'settled':
        return noteSettled(ctx, about);
      case 'refused':
        return noteFailed(ctx, { ...about, code: conclusion.code });
      case 'returned':
        return noteReturnedByBank(ctx, { ...about, code: conclusion.code });
      case 'unknown':
        // Asked for the second time after it was sent again: the disbursement is unknown already.
        return noteUnanswered(ctx, about).catch(ignoreRepeat);
    }
  });
}

function ignoreRepeat(error: unknown): void {
  if ((error as { code?: unknown }).code !== 'invalid_state') throw error;
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
