import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { forgetSingleton } from '@/lib/core/singleton';
import type { ProjectSnapshot } from '@/lib/core/project';
import { withTransaction } from '@/lib/db';
import { statusOf } from '@/lib/disbursements/testing';
import { ledgerBalances, ledgerStandingOf } from '@/lib/ledger';
import { endAtSandboxRail, type BankRail } from '@/lib/providers';
import { countRows, createProject, ownerQuery, runJobs } from '@/lib/testing';
import {
  assessStart,
  bankReference,
  faultsOfPassport,
  followRail,
  listExceptions,
  payOne,
  readReleasePassport,
  reconcileUnanswered,
  reconciliationTotals,
  resolveException,
  sweepPayments,
} from '.';
import { released, startAgain, startTestBank, type TestBank } from './testing';
import { payerTimes } from './times';

const impatient = { ...payerTimes, sendMs: 300, staleMs: 0, lostMs: 0 };
let bank: TestBank;
let live: ProjectSnapshot;
let sandbox: ProjectSnapshot;

const pay = (id: string) => payOne(id, { rail: bank.rail, times: { ...payerTimes, sendMs: 300 } });
const follow = () => followRail(true, { rail: bank.rail });
const reconcile = (times = payerTimes) =>
  reconcileUnanswered({ railFor: (livemode) => (livemode ? bank.rail : null), times });
const stops = () => countRows('money_out_stops', 'started_at IS NULL');
const kinds = async () => (await listExceptions(true)).map(({ kind }) => kind);
const asSuperuser = (sql: string) => ownerQuery(`SET session_replication_role = replica; ${sql}`);
const instructionOf = async (id: string) =>
  (
    await ownerQuery<{ state: string }>('SELECT state FROM bank_instructions WHERE disbursement_id = $1', [
      id,
    ])
  )[0]?.state;

beforeAll(async () => {
  bank = await startTestBank();
  live = await createProject({ livemode: true });
  sandbox = await createProject();
  // Many releases of one day: the limits have their own test.
  await asSuperuser('UPDATE money_out_limits SET per_person_day_pence = 1e14, per_partner_day_pence = 1e14');
});
afterAll(() => bank.stop());
beforeEach(async () => {
  await bank.knob({ refuse: null, answer: null });
  await startAgain(ownerQuery);
});

describe('a released disbursement', () => {
  it('is sent, settles, and the ledger follows', async () => {
    const before = await ledgerBalances(true);
    const id = await released(live);
    expect(await pay(id)).toBe('accepted');
    expect(await statusOf(id)).toBe('sent');
    expect(await pay(id)).toBe('not_released');
    await bank.end(id, 'settled');
    await follow();
    expect(await statusOf(id)).toBe('settled');
    expect(await ledgerStandingOf(id)).toMatchObject({ kind: 'post' });
    const after = await ledgerBalances(true);
    expect(after.borrower_receivable - before.borrower_receivable).toBeGreaterThan(0);
    expect(after.in_flight).toBe(before.in_flight);
    expect(bank.accepted(id)).toBe(1);
    await bank.end(id, 'returned');
    await follow();
    expect(await statusOf(id)).toBe('returned');
    expect(await ledgerBalances(true)).toEqual(before);
  });

  it('fails when the bank refuses it, and the reserve is lifted', async () => {
    await bank.knob({ refuse: 'account_blocked' });
    const id = await released(live);
    expect(await pay(id)).toBe('refused');
    expect(await statusOf(id)).toBe('failed');
    expect(await ledgerStandingOf(id)).toMatchObject({ kind: 'void' });
  });

  it.each(['lost', 'late', 'error_after_taking'])(
    'is unknown when the answer is %s, and found at the bank',
    async (answer) => {
      await bank.knob({ answer });
      const id = await released(live);
      expect(await pay(id)).toBe('silent');
      expect(await statusOf(id)).toBe('unknown');
      expect(await pay(id)).toBe('taken');
      await reconcile();
      expect(await statusOf(id)).toBe('sent');
      expect(bank.accepted(id)).toBe(1);
    },
  );

  it('is sent again only when the bank says, long after, that it has no record', async () => {
    await bank.knob({ answer: 'lost_before_taking' });
    const id = await released(live);
    expect(await pay(id)).toBe('silent');
    await bank.knob({ answer: null });
    await reconcile();
    expect(await instructionOf(id)).toBe('unknown');
    await reconcile(impatient);
    expect(await instructionOf(id)).toBe('waiting');
    expect(await pay(id)).toBe('accepted');
    expect(await statusOf(id)).toBe('sent');
    expect(bank.accepted(id)).toBe(1);
  });

  it.each([
    ['0005', 'accepted'],
    ['0006', 'silent'],
    ['0007', 'silent'],
  ])('does what the table of the contract says for …%s', async (account, answer) => {
    const id = await released(live, account);
    expect(await pay(id)).toBe(answer);
    await reconcile();
    expect(await statusOf(id)).toBe('sent');
  });
});

describe('the sandbox', () => {
  it('has a bank of its own and never asks the live one', async () => {
    const id = await released(sandbox);
    expect(await payOne(id)).toBe('accepted');
    expect(bank.accepted(id)).toBe(0);
    expect(await endAtSandboxRail(bankReference(id), 'settled')).toBe(true);
    await followRail(false);
    expect(await statusOf(id)).toBe('settled');
    const lost = await released(sandbox, '0007');
    expect(await payOne(lost)).toBe('silent');
    await sweepPayments({ times: { ...payerTimes, lostMs: 0 } });
    expect(await statusOf(lost)).toBe('sent');
  });

  it('is not held up by a stop of live money', async () => {
    await stopAll();
    expect(await payOne(await released(sandbox))).toBe('accepted');
  });
});

const stopAll = () =>
  ownerQuery(
    `INSERT INTO money_out_stops (id, reason, stopped_by, stopped_at)
              VALUES ($1, 'test', 'usr_test', now())`,
    [newId('mos')],
  );

describe('a stop', () => {
  it('holds a payment before the claim', async () => {
    const id = await released(live);
    await stopAll();
    expect(await pay(id)).toBe('stopped');
    expect(await instructionOf(id)).toBeUndefined();
    await ownerQuery(`SET session_replication_role = replica; DELETE FROM money_out_stops`);
    expect(await pay(id)).toBe('accepted');
  });

  it('holds a payment between the claim and the call', async () => {
    const id = await released(live);
    const { claim } = await import('./claim');
    const { markSending, giveBackClaims } = await import('./repository');
    const held = await claim(id, bank.rail);
    if (typeof held === 'string') throw new Error(held);
    await stopAll();
    expect(await markSending(held.instructionId, held.token, 10_000)).toBe(false);
    await asSuperuser('DELETE FROM money_out_stops');
    expect(await markSending(held.instructionId, held.token, 0)).toBe(false); // too old
    expect(await markSending(held.instructionId, 'another', 10_000)).toBe(false);
    expect(await giveBackClaims(0, null)).toBe(1);
    expect(await pay(id)).toBe('accepted');
    expect(bank.accepted(id)).toBe(1);
  });
});

describe('what cannot be pays nothing and raises an alarm', () => {
  const forged = async (sql: (id: string) => string) => {
    const id = await released(live);
    await asSuperuser(sql(id));
    expect(await pay(id)).toBe('alarm');
    expect(bank.accepted(id)).toBe(0);
    expect(await stops()).toBe(1);
    expect(await countRows('audit_entries', `act = 'money_out.alarm' AND object_id = $1`, [id])).toBe(1);
    expect(await pay(await released(live))).toBe('stopped');
    const found = await kinds();
    await asSuperuser(`UPDATE disbursements SET status = 'failed', failure_code = 'test' WHERE id = '${id}'`);
    return found;
  };

  it("a superuser's status without records", async () => {
    expect(
      await forged((id) => `DELETE FROM disbursement_approvals WHERE disbursement_id = '${id}'`),
    ).toContain('release_not_signed');
  });

  it('another amount', async () => {
    expect(
      await forged((id) => `UPDATE disbursements SET amount_pence = amount_pence + 1 WHERE id = '${id}'`),
    ).toContain('release_not_signed');
  });

  it("another person's name in a record", async () => {
    expect(
      await forged(
        (id) =>
          `UPDATE disbursement_approvals SET record = replace(record, '"person_id":"usr_', '"person_id":"usr_x') WHERE disbursement_id = '${id}'`,
      ),
    ).toContain('release_not_signed');
  });

  it('other evidence', async () => {
    expect(
      await forged(
        (id) =>
          `UPDATE disbursement_snapshots SET evidence = '{"x":1}', sha256 = encode(sha256('{"x":1}'), 'hex') WHERE disbursement_id = '${id}'`,
      ),
    ).toContain('evidence_changed');
  });

  it('a reserve that is gone', async () => {
    expect(
      await forged(
        (
          id,
        ) => `DELETE FROM ledger_entries e USING ledger_postings p WHERE p.id = e.posting_id AND p.disbursement_id = '${id}';
                            DELETE FROM ledger_postings WHERE disbursement_id = '${id}'`,
      ),
    ).toContain('ledger_mismatch');
  });

  it('a database that was set back or copied', async () => {
    const id = await released(live);
    await assessStart(bank.rail);
    await ownerQuery(`UPDATE platform_facts SET value = '123/1' WHERE name = 'payer_cluster'`);
    expect(await pay(id)).toBe('alarm');
    expect(await kinds()).toContain('cluster_changed');
    await assessStart(bank.rail);
    await startAgain(ownerQuery);
    expect(await pay(id)).toBe('accepted');
  });
});

it('is held by limits that were lowered after the release', async () => {
  const id = await released(live);
  await asSuperuser('UPDATE money_out_limits SET per_item_pence = 1');
  expect(await pay(id)).toBe('over_limit');
  await asSuperuser('UPDATE money_out_limits SET per_item_pence = 25000000');
  expect(await pay(id)).toBe('accepted');
});

it('lets one of 200 payers send', { timeout: 60_000 }, async () => {
  const id = await released(live);
  let calls = 0;
  const counting: BankRail = { ...bank.rail, send: (...order) => ((calls += 1), bank.rail.send(...order)) };
  const results = await Promise.all(Array.from({ length: 200 }, () => payOne(id, { rail: counting })));
  expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
  expect(calls).toBe(1);
  expect(bank.accepted(id)).toBe(1);
  expect(await countRows('bank_instructions', 'disbursement_id = $1', [id])).toBe(1);
});

describe('the start', () => {
  it('stops when the bank has a payment that our books forgot', async () => {
    const id = await released(live);
    await pay(id);
    await asSuperuser(
      `DELETE FROM bank_instructions WHERE disbursement_id = '${id}'; UPDATE disbursements SET status = 'released', sent_at = NULL WHERE id = '${id}'`,
    );
    forgetSingleton('payer.start-up');
    expect(await pay(id)).toBe('stopped');
    expect(bank.accepted(id)).toBe(1);
    const [task] = await listExceptions(true);
    expect(task).toMatchObject({ kind: 'unknown_reference', subject: bankReference(id), blocking: true });
    const resolve = () =>
      withTransaction((tx) =>
        resolveException({
          ctx: { tx, actor: { kind: 'staff', personId: 'usr_1', sessionId: 'ses_1' } },
          input: { id: task!.id, resolution: 'Restored from last night; the payment is real.' },
        }),
      );
    await resolve();
    await expect(resolve()).rejects.toMatchObject({ code: 'invalid_state' });
    expect(await stops()).toBe(1); // two people start again
    await asSuperuser(`UPDATE disbursements SET status = 'failed', failure_code = 'test' WHERE id = '${id}'`);
  });

  it('stops when the bank has lost what it had accepted', async () => {
    const id = await released(live);
    await pay(id);
    await assessStart({
      ...bank.rail,
      listSince: async (after, signal) =>
        (await bank.rail.listSince(after, signal)).filter(({ reference }) => reference !== bankReference(id)),
    });
    expect(await kinds()).toContain('missing_at_bank');
  });
});

it('counts three totals and one difference', async () => {
  const counted = await createProject({ livemode: false });
  await followRail(false);
  await pay(await released(live));
  const before = await reconciliationTotals(false);
  const id = await released(counted);
  const waiting = await reconciliationTotals(false);
  expect(waiting.releasedPence - before.releasedPence).toBe(waiting.ledgerPence - before.ledgerPence);
  expect(waiting.differencePence).toBe(before.differencePence);
  await payOne(id);
  const paid = await reconciliationTotals(false);
  expect(paid.railPence! - before.railPence!).toBe(paid.releasedPence - before.releasedPence);
});

describe('the release passport', () => {
  it('holds all of it, and shows what was changed', async () => {
    const id = await released(live);
    await pay(id);
    const passport = JSON.parse(JSON.stringify(await readReleasePassport(id))) as Awaited<
      ReturnType<typeof readReleasePassport>
    >;
    expect(passport).toMatchObject({
      disbursement: { id, status: 'sent' },
      approvals: {
        approve: { record: { act: 'approve' } },
        release: { record: { act: 'release', factor: 'totp' } },
      },
      bank: { reference: bankReference(id), state: 'accepted' },
    });
    expect(passport.audit.map(({ entry }) => entry?.act)).toEqual(
      expect.arrayContaining(['bank_instruction.claim', 'disbursement.send']),
    );
    expect(faultsOfPassport(passport)).toEqual([]);
    expect(faultsOfPassport({ ...passport, snapshot: {} })).toEqual(['snapshot_changed']);
    expect(
      faultsOfPassport({ ...passport, disbursement: { ...passport.disbursement, amount_pence: 1 } }),
    ).toEqual(['other_amount']);
    const [first, ...rest] = passport.audit;
    expect(
      faultsOfPassport({ ...passport, audit: [{ ...first!, sequence: first!.sequence + 1 }, ...rest] }),
    ).toEqual(['audit_changed']);
  });
});

describe('the database refuses', () => {
  const refusal = (sql: string) =>
    ownerQuery(sql).then(
      () => 'done',
      (error: { constraint?: string }) => error.constraint,
    );

  it('instructions that break a rule', async () => {
    const id = await released(live);
    await pay(id);
    const insert = (columns: string, values: string) =>
      refusal(`INSERT INTO bank_instructions (id, disbursement_id, livemode, rail, bank_reference, amount_pence, payee_sha256, claim_token, claimed_at${columns})
               VALUES (${values})`);
    const other = await released(live);
    const valid = (over: Record<string, string> = {}) =>
      Object.values({
        id: `'bki_' || repeat('1', 26)`,
        d: `'${other}'`,
        live: 'true',
        rail: `'live'`,
        reference: `'${bankReference(other)}'`,
        amount: '1',
        payee: `'x'`,
        token: `'t'`,
        at: 'now()',
        ...over,
      }).join();
    expect(await insert('', valid({ id: `'x'` }))).toBe('bank_instructions_id_shape');
    expect(await insert('', valid({ reference: `'CCOTHER'` }))).toBe('bank_instructions_reference');
    expect(await insert('', valid({ amount: '0' }))).toBe('bank_instructions_amount');
    expect(await insert('', valid({ token: 'NULL' }))).toBe('bank_instructions_claim');
    expect(await insert('', valid({ rail: `'sandbox'` }))).toBe('bank_instructions_book');
    expect(await insert('', valid({ live: 'false', rail: `'sandbox'` }))).toBe(
      'bank_instructions_disbursement',
    );
    expect(await insert('', valid({ d: `'${id}'`, reference: `'${bankReference(id)}'` }))).toMatch(
      /^bank_instructions_(disbursement_id|bank_reference)_key$/,
    );
    expect(await insert(', sent_at', `${valid()}, now()`)).toBe('bank_instructions_sent');
    expect(await insert(', state', `${valid({ token: 'NULL' })}, 'waiting'`)).toBe(
      'bank_instructions_begin_claimed',
    );
    expect(
      await refusal(
        `UPDATE bank_instructions SET state = 'waiting', sent_at = NULL WHERE disbursement_id = '${id}'`,
      ),
    ).toBe('bank_instructions_way');
  });

  it('exceptions and sandbox payments that break a rule', async () => {
    const insert = (over: string[]) =>
      refusal(
        `INSERT INTO reconciliation_exceptions (id, livemode, kind, subject, blocking, resolved_at) VALUES (${over.join()})`,
      );
    const id = (digit: number) => `'rex_' || repeat('${digit}', 26)`;
    expect(await insert([`'x'`, 'true', `'k'`, `'s'`, 'false', 'NULL'])).toBe(
      'reconciliation_exceptions_id_shape',
    );
    expect(await insert([id(1), 'true', `'k'`, `'s'`, 'false', 'now()'])).toBe(
      'reconciliation_exceptions_resolved',
    );
    expect(await insert([id(1), 'true', `'k'`, `'s'`, 'false', 'NULL'])).toBe('done');
    expect(await insert([id(2), 'true', `'k'`, `'s'`, 'false', 'NULL'])).toBe(
      'reconciliation_exceptions_open',
    );
    expect(
      await refusal(
        `INSERT INTO sandbox_rail_payments (reference, amount_pence, sort_code, account_number, state) VALUES ('a', 1, '1', '1', 'odd')`,
      ),
    ).toBe('sandbox_rail_payments_state');
  });
});

it('runs as jobs', async () => {
  const id = await released(sandbox);
  await withTransaction((tx) =>
    import('@/lib/jobs').then(({ enqueue }) => enqueue(tx, 'payer.pay', { disbursementId: id })),
  );
  expect(await runJobs()).toContain('payer.pay');
  expect(await statusOf(id)).toBe('sent');
});
