// Asks a silent bank what became of a payment. It is never sent again blindly: only once the bank itself has said, long
// after, that it has no record of it, and then under the same reference.
import { newId } from '@/lib/core/ids';
import { withTransaction } from '@/lib/db';
import { logger } from '@/lib/logging';
import { ask, bankRail, type BankRail } from '@/lib/providers';
import { recordAudit } from '@/lib/audit';
import { conclude } from './conclude';
import { applyRailPayment } from './follow';
import {
  ageOf,
  countAsk,
  findUnanswered,
  insertException,
  moveInstruction,
  type InstructionRow,
} from './repository';
import { payerTimes, type PayerTimes } from './times';

const timeoutMs = 10_000;

async function sendAgainLater(instruction: InstructionRow): Promise<void> {
  await withTransaction(async (tx) => {
    const answer = 'the bank has no record of it';
    if (!(await moveInstruction(instruction.id, ['unknown'], 'waiting', answer, tx))) return;
    await recordAudit(tx, {
      stream: 'platform',
      actor: { kind: 'system', job: 'payer.sweep' },
      act: 'bank_instruction.not_at_bank',
      objectId: instruction.disbursementId,
      detail: { instruction_id: instruction.id, bank_reference: instruction.bankReference },
    });
  });
}

async function noteSilence(instruction: InstructionRow): Promise<void> {
  const { livemode, bankReference, disbursementId, asks } = instruction;
  await withTransaction((tx) =>
    insertException(
      {
        id: newId('rex'),
        livemode,
        kind: 'bank_silent',
        subject: bankReference,
        disbursementId,
        detail: { asks },
        blocking: false,
      },
      tx,
    ),
  );
}

async function reconcileOne(
  instruction: InstructionRow,
  rail: BankRail,
  times: PayerTimes,
): Promise<boolean> {
  if (instruction.state === 'sending') await conclude(instruction, { state: 'unknown' }, 'payer.sweep');
  const age = await ageOf(instruction.id);
  await countAsk(instruction.id);
  const found = await ask((signal) => rail.find(instruction.bankReference, signal), {
    provider: 'bank',
    timeoutMs,
  });
  if (found) return applyRailPayment(found, instruction.livemode, times);
  if (age >= times.lostMs) await sendAgainLater(instruction);
  else if (instruction.asks >= 5) await noteSilence(instruction);
  return false;
}

/** Asks about every payment of which no answer is known. @returns how many are known now. */
export async function reconcileUnanswered(
  options: { readonly railFor?: (livemode: boolean) => BankRail | null; readonly times?: PayerTimes } = {},
): Promise<number> {
  const { railFor = bankRail, times = payerTimes } = options;
  let known = 0;
  for (const instruction of await findUnanswered(times.staleMs)) {
    const rail = railFor(instruction.livemode);
    if (!rail) continue;
    try {
      if (await reconcileOne(instruction, rail, times)) known += 1;
    } catch (error) {
      logger().warn({ err: error, bank_reference: instruction.bankReference }, 'the bank could not be asked');
    }
  }
  return known;
}
