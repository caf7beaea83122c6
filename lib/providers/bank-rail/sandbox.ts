// The sandbox's own bank: a book in the database, so that a sandbox needs no bank anywhere, in production neither.
import { behaviourOf, returnCode } from './simulated/behaviour';
import type { BankRail } from './port';
import { endDuePayments, endPayment, findPayment, listPayments, takePayment } from './repository';

/** From acceptance to the end, unless a simulation route asks for it before. Real time. */
const endAfterMs = 60_000;
const page = 500;

export const sandboxRail: BankRail = {
  id: 'sandbox',
  async send(instruction) {
    const taken = await takePayment(instruction);
    if (!taken) return { outcome: 'silent', cause: 'reference taken' };
    const { answer } = behaviourOf(instruction.payee.accountNumber);
    if (answer === 'at_once') return { outcome: 'accepted' };
    // What a caller notices who has given up waiting, or whose connection was cut.
    return { outcome: 'silent', cause: answer === 'late' ? 'TimeoutError' : 'connection lost' };
  },
  find: (reference) => findPayment(reference),
  async listSince(sequence) {
    const endOf = (accountNumber: string) => behaviourOf(accountNumber).end;
    await endDuePayments(endAfterMs, endOf, returnCode);
    return listPayments(sequence, page);
  },
};

/** Ends a sandbox payment now, for the simulation routes. @returns false when it is not at a stage that allows it. */
export function endAtSandboxRail(reference: string, state: 'settled' | 'returned'): Promise<boolean> {
  return endPayment(reference, state, state === 'returned' ? returnCode : null);
}

/** Sends back, now, a payment whose payee forces that (contract §10). @returns whether it does. */
export async function returnForcedAtSandboxRail(reference: string): Promise<boolean> {
  const payment = await findPayment(reference);
  if (!payment || behaviourOf(payment.accountNumber).end !== 'returned') return false;
  return endAtSandboxRail(reference, 'returned');
}
