import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ledgerAccounts, movementAfter, postingKinds, type LedgerAccount, type PostingKind } from './state';

const commands = 100_000;

interface Model {
  readonly balances: Record<LedgerAccount, number>;
  readonly last: Map<number, { kind: PostingKind; amountPence: number }>;
}

/** Applies one command as `postings.ts` does; whether it was allowed. */
function apply(model: Model, disbursement: number, kind: PostingKind, amountPence: number): boolean {
  const last = model.last.get(disbursement);
  const movement = movementAfter(last?.kind ?? null, kind);
  if (!movement) return false;
  const amount = last?.amountPence ?? amountPence;
  model.balances[movement.from] -= amount;
  model.balances[movement.to] += amount;
  model.last.set(disbursement, { kind, amountPence: amount });
  return true;
}

it(`sums to zero after each of ${commands} random commands, and holds what the disbursements say`, () => {
  const model: Model = {
    balances: { loan_funds: 0, in_flight: 0, borrower_receivable: 0 },
    last: new Map(),
  };
  const command = fc.tuple(
    fc.nat(20_000),
    fc.constantFrom(...postingKinds),
    fc.integer({ min: 1, max: 50_000_000 }),
  );
  const expected = { in_flight: 0, borrower_receivable: 0 };
  let allowed = 0;
  for (const [disbursement, kind, amount] of fc.sample(command, { numRuns: commands, seed: 20_260_701 })) {
    const before = model.last.get(disbursement);
    if (apply(model, disbursement, kind, amount)) {
      allowed += 1;
      const after = model.last.get(disbursement)!;
      if (before?.kind === 'reserve') expected.in_flight -= before.amountPence;
      if (before?.kind === 'post') expected.borrower_receivable -= before.amountPence;
      if (after.kind === 'reserve') expected.in_flight += after.amountPence;
      if (after.kind === 'post') expected.borrower_receivable += after.amountPence;
    }
    const { loan_funds, in_flight, borrower_receivable } = model.balances;
    if (loan_funds + in_flight + borrower_receivable !== 0)
      expect.unreachable('the ledger does not sum to zero');
    if (loan_funds > 0 || in_flight < 0 || borrower_receivable < 0) expect.unreachable('money from nowhere');
  }
  expect(model.balances).toMatchObject(expected);
  expect(allowed).toBeGreaterThan(commands / 10);
});

it('allows these sequences and no other', () => {
  const sequences: string[] = [];
  const walk = (path: PostingKind[]) => {
    if (path.length > 0) sequences.push(path.join(' '));
    for (const kind of postingKinds) if (movementAfter(path.at(-1) ?? null, kind)) walk([...path, kind]);
  };
  walk([]);
  expect(sequences).toEqual([
    'reserve',
    'reserve post',
    'reserve post return',
    'reserve void',
    'reserve return',
  ]);
  expect(ledgerAccounts).toHaveLength(3);
});
