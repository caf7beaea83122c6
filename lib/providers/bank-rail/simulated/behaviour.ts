// How the simulated bank treats a payee (contract §10). Shared by the sandbox's book and the bank process of development.

export interface BankBehaviour {
  /** What becomes of a payment that was taken. */
  readonly end: 'settled' | 'returned';
  /** How the caller hears of it. */
  readonly answer: 'at_once' | 'late' | 'lost';
}

/** By the last four digits of the account number; every other account behaves well. */
const byEnding: Readonly<Record<string, BankBehaviour>> = {
  '0005': { end: 'returned', answer: 'at_once' },
  '0006': { end: 'settled', answer: 'late' },
  '0007': { end: 'settled', answer: 'lost' },
};

export function behaviourOf(accountNumber: string): BankBehaviour {
  return byEnding[accountNumber.slice(-4)] ?? { end: 'settled', answer: 'at_once' };
}

/** Why the bank sends a payment to `…0005` back, in its own words. */
export const returnCode = 'account_closed';
