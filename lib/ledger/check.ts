// The checker: run before each payment, and by schedule. Constraints make a violation impossible for the product;
// this is for whatever went round them.
import type { Transaction } from '@/lib/db';
import { findViolations } from './repository';

/** The ledger contradicts itself. Nothing may be paid until people have found out why. */
export class LedgerViolation extends Error {
  override readonly name = 'LedgerViolation';

  constructor(readonly violations: readonly string[]) {
    super(`The ledger contradicts itself: ${violations.join('; ')}`);
  }
}

/** @throws LedgerViolation naming up to 20 postings that do not balance, or that move what their kind does not. */
export async function checkLedger(tx?: Transaction): Promise<void> {
  const violations = await findViolations(tx);
  if (violations.length > 0) throw new LedgerViolation(violations);
}
