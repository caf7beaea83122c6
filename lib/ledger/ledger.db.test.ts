import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { withTransaction } from '@/lib/db';
import { applicationQuery, countRows, ownerQuery } from '@/lib/testing';
import {
  checkLedger,
  ledgerBalances,
  LedgerViolation,
  ledgerStandingOf,
  postDisbursement,
  reserveDisbursement,
  returnDisbursement,
  voidDisbursement,
  type LedgerBooking,
} from '.';

const booking = (over: Partial<LedgerBooking> = {}): LedgerBooking => ({
  disbursementId: newId('dsb'),
  livemode: true,
  amountPence: 2_500_000,
  ...over,
});
const verbs = [reserveDisbursement, postDisbursement, voidDisbursement, returnDisbursement];
const book = (verb: (typeof verbs)[number], of: LedgerBooking) => withTransaction((tx) => verb(tx, of));

async function constraintOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: { constraint?: unknown; code?: unknown }) => error.constraint ?? error.code,
  );
}

const posting = (over: Record<string, unknown> = {}): Record<string, string | number | boolean | null> => ({
  id: newId('led'),
  disbursement_id: newId('dsb'),
  livemode: true,
  kind: 'reserve',
  after_kind: null,
  amount_pence: 100,
  ...(over as Record<string, string>),
});
const insertPosting = (row: ReturnType<typeof posting>, entries = '') =>
  applicationQuery(
    `WITH posted AS (
       INSERT INTO ledger_postings (id, disbursement_id, livemode, kind, after_kind, amount_pence)
       VALUES ('${row.id}', '${row.disbursement_id}', ${row.livemode}, '${row.kind}',
               ${row.after_kind ? `'${String(row.after_kind)}'` : 'NULL'}, ${row.amount_pence}) RETURNING id)
     ${entries ? `INSERT INTO ledger_entries (posting_id, account, amount_pence) SELECT posted.id, e.* FROM posted, (VALUES ${entries}) e` : 'SELECT FROM posted'}`,
  );
const balanced = `('loan_funds'::ledger_account, -100), ('in_flight', 100)`;

describe('the database refuses', () => {
  it.each([
    ['ledger_postings_id_shape', { id: 'led_1' }, balanced],
    ['ledger_postings_amount', { amount_pence: 0 }, balanced],
    ['ledger_postings_order', { kind: 'post' }, balanced],
    ['ledger_postings_order', { after_kind: 'reserve' }, balanced],
    ['ledger_postings_follows', { kind: 'post', after_kind: 'reserve' }, balanced],
    ['ledger_entries_amount', {}, `('loan_funds'::ledger_account, 0), ('in_flight', 0)`],
    ['ledger_posting_balances', {}, ''],
    ['ledger_posting_balances', {}, `('loan_funds'::ledger_account, -100), ('in_flight', 99)`],
    ['ledger_posting_balances', {}, `('loan_funds'::ledger_account, -50), ('in_flight', 50)`],
  ])('%s', async (constraint, spoilt, entries) => {
    expect(await constraintOf(insertPosting(posting(spoilt), entries))).toBe(constraint);
  });

  it('a second step of the same kind, another amount or another book', async () => {
    const reserved = booking();
    await book(reserveDisbursement, reserved);
    const next = { disbursement_id: reserved.disbursementId, kind: 'post', after_kind: 'reserve' };
    expect(
      await constraintOf(insertPosting(posting({ ...next, kind: 'reserve', after_kind: null }), balanced)),
    ).toBe('ledger_postings_disbursement_id_kind_key');
    expect(await constraintOf(insertPosting(posting(next), balanced))).toBe('ledger_postings_follows');
    await expect(book(postDisbursement, { ...reserved, livemode: false })).rejects.toThrow();
    await book(postDisbursement, reserved);
    await expect(book(voidDisbursement, reserved)).rejects.toMatchObject({ code: 'invalid_state' });
  });

  it('a change by the application role', async () => {
    for (const sql of [
      'UPDATE ledger_entries SET amount_pence = 1',
      'DELETE FROM ledger_entries',
      'UPDATE ledger_postings SET amount_pence = 1',
      'DELETE FROM ledger_postings',
      'TRUNCATE ledger_entries',
    ])
      expect(await constraintOf(applicationQuery(sql)), sql).toBe('42501');
  });
});

it('lets one of many racing steps through', async () => {
  const of = booking();
  const racing = await Promise.allSettled(Array.from({ length: 20 }, () => book(reserveDisbursement, of)));
  expect(racing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const ends = await Promise.allSettled(
    [postDisbursement, voidDisbursement, returnDisbursement].map((verb) => book(verb, of)),
  );
  expect(ends.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(
    await countRows('ledger_postings', `disbursement_id = $1 AND after_kind = 'reserve'`, [
      of.disbursementId,
    ]),
  ).toBe(1);
});

/** `npm run test:faults -- --full` runs the long form. */
const commands = process.env['FAULTS'] === 'full' ? 100_000 : 400;

it('keeps the books apart and sums to zero through random commands', { timeout: 1_800_000 }, async () => {
  const bookings = Array.from({ length: commands / 10 }, (_, index) =>
    booking({ livemode: index % 2 === 0, amountPence: index + 1 }),
  );
  const command = fc.tuple(fc.constantFrom(...bookings), fc.constantFrom(...verbs));
  for (const [of, verb] of fc.sample(command, { numRuns: commands, seed: 7 })) {
    await book(verb, of).catch((error: unknown) => expect(error).toMatchObject({ code: 'invalid_state' }));
  }
  for (const livemode of [true, false]) {
    const balances = await ledgerBalances(livemode);
    expect(balances.loan_funds + balances.in_flight + balances.borrower_receivable).toBe(0);
  }
  let inFlight = 0;
  for (const of of bookings.filter(({ livemode }) => !livemode)) {
    if ((await ledgerStandingOf(of.disbursementId))?.kind === 'reserve') inFlight += of.amountPence;
  }
  expect((await ledgerBalances(false)).in_flight).toBe(inFlight);
  await checkLedger();
});

it('finds what a superuser did behind its back', async () => {
  const of = booking();
  await book(reserveDisbursement, of);
  await checkLedger();
  const behind = (sql: string) => ownerQuery(`SET session_replication_role = replica; ${sql}`);
  const where = `posting_id = (SELECT id FROM ledger_postings WHERE disbursement_id = '${of.disbursementId}') AND amount_pence > 0`;
  await behind(`UPDATE ledger_entries SET amount_pence = amount_pence + 1 WHERE ${where}`);
  await expect(checkLedger()).rejects.toThrow(LedgerViolation);
  await behind(`UPDATE ledger_entries SET amount_pence = amount_pence - 1 WHERE ${where}`);
  await behind(`UPDATE ledger_entries SET account = 'borrower_receivable' WHERE ${where}`);
  await expect(checkLedger()).rejects.toThrow(/moves loan_funds>borrower_receivable/);
});
