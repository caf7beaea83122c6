// Two people, one gate (product §2), on a real database: what each officer may do, and that a race changes nothing.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProjectSnapshot } from '@/lib/core/project';
import { approvalIsGenuine, payeeHash, refusalsOfRelease } from '@/lib/approvals';
import { auditActsOf, eventTypesOf } from '@/lib/applications/testing';
import { ledgerBalances } from '@/lib/ledger';
import { countRows, createProject, ownerQuery, readContext, testClock } from '@/lib/testing';
import {
  approveDisbursement,
  confirmLimits,
  confirmStart,
  expireDisbursements,
  holdDisbursement,
  listMoneyOutQueue,
  markFailed,
  markSent,
  markUnknown,
  playOfficers,
  readPaymentOrder,
  proposeLimits,
  proposeStart,
  readDisbursementForStaff,
  readLimits,
  readStops,
  recordPayeeCallBack,
  rejectDisbursement,
  releaseDisbursement,
  releaseSubject,
  resumeDisbursement,
  returnByBank,
  settleDisbursement,
  stopMoneyOut,
  countMoneyOutForMe,
  withdrawLimits,
  type QueueView,
} from '.';
import { findApprovals } from './repository/approvals';
import { signedApprovalOf } from './sign-record';
import {
  accepted,
  approved,
  as,
  ask,
  asPayer,
  confirmPayee,
  createStaff,
  proven,
  requested,
  ruleOf,
  statusOf,
  twoOfficers,
} from './testing';

let project: ProjectSnapshot;
let first: string;
let second: string;

beforeAll(async () => {
  ({ first, second } = await twoOfficers());
});
beforeEach(async () => {
  project = await createProject({ livemode: true });
});

const approve = (person: string, id: string, more: object = {}) =>
  approveDisbursement({ ctx: as(person), input: { id, ...more } });
const release = (person: string, id: string, more: object = {}) =>
  releaseDisbursement({ ctx: as(person), input: { id, ...more }, spendProof: proven });
/** What the signatures lack, as the payer judges them. */
async function unsigned(id: string) {
  const order = (await readPaymentOrder(id))!;
  const facts = {
    ...order,
    disbursementId: id,
    payeeSha256: payeeHash(order.payee),
    snapshotSha256: order.snapshotSha256!,
  };
  return refusalsOfRelease(facts, order.approvals);
}
const refusedActs = async (id: string) => (await auditActsOf(id)).filter((act) => act.endsWith('_refused'));

describe('approve and release', () => {
  it('takes two people, freezes the evidence and signs both', async () => {
    const { id, amount_pence: amount } = await requested(project);
    const before = await ledgerBalances(true);
    const one = await approve(first, id);
    expect([one.status, one.approvedBy, one.approvalRound]).toEqual(['approved', first, 1]);
    const two = await release(second, id);
    expect([two.status, two.releasedBy]).toEqual(['released', second]);
    const records = await findApprovals(id);
    expect(records.map(({ act, personId, factor }) => [act, personId, factor])).toEqual([
      ['approve', first, null],
      ['release', second, 'totp'],
    ]);
    for (const record of records) expect(approvalIsGenuine(signedApprovalOf(record))).toBe(true);
    expect(await unsigned(id)).toEqual([]);
    expect((await ledgerBalances(true)).in_flight - before.in_flight).toBe(amount);
    expect(await auditActsOf(id)).toEqual([
      'disbursement.request',
      'disbursement.check_payee',
      'disbursement.approve',
      'disbursement.release',
    ]);
    expect(await eventTypesOf(id)).toEqual(['disbursement.requested', 'disbursement.released']);
  });

  it('is refused to the same person, to a wrong role, to a stale screen; and each attempt is on record', async () => {
    const { id } = await requested(project);
    const admin = await createStaff('admin');
    const auditor = await createStaff('auditor');
    expect(await ruleOf(release(second, id))).toBe('state');
    expect(await ruleOf(approve(admin, id))).toBe('role');
    expect(await ruleOf(approve(auditor, id))).toBe('role');
    expect(await ruleOf(approve('usr_nobody', id))).toBe('role');
    expect(await ruleOf(approve(second, id, { version: 1 }))).toBe('stale');
    await approve(second, id, { version: 2 });
    expect(await ruleOf(release(second, id))).toBe('same_person');
    expect(await ruleOf(release(first, id))).toBe('role');
    expect(await ruleOf(approve(first, id))).toBe('state');
    expect(await refusedActs(id)).toHaveLength(8);
    expect(await statusOf(id)).toBe('approved');
  });

  it('is refused to staff whose role was taken away', async () => {
    const { id } = await requested(project);
    const demoted = await createStaff('releaser');
    await approve(first, id);
    await ownerQuery(`UPDATE staff_members SET role = 'auditor' WHERE person_id = $1`, [demoted]);
    expect(await ruleOf(release(demoted, id))).toBe('role');
  });

  it('binds the proof to amount, payee and snapshot, and releases nothing without it', async () => {
    const id = await approved(project, first);
    const asked: string[] = [];
    await releaseDisbursement({
      ctx: as(second),
      input: { id },
      spendProof: async (_, subject) => {
        asked.push(subject.act, subject.objectId, subject.boundHash.toString('hex'));
        throw new Error('no proof');
      },
    }).catch(() => undefined);
    const subject = await releaseSubject(id);
    expect(asked).toEqual(['disbursement.release', id, subject.boundHash.toString('hex')]);
    const other = await releaseSubject(await approved(await createProject({ livemode: true }), first));
    expect(subject.boundHash.equals(other.boundHash)).toBe(false);
    expect(await statusOf(id)).toBe('approved');
    await holdDisbursement({ ctx: as(first), input: { id, reason: 'other', note: 'look' } });
    await resumeDisbursement({ ctx: as(first), input: { id } });
    await approve(first, id);
    expect((await releaseSubject(id)).boundHash.equals(subject.boundHash)).toBe(false);
  });

  it('is refused to who verified the partner, and to who changed the limits today', async () => {
    const id = await approved(project, first);
    const verifier = await createStaff('releaser');
    await ownerQuery(
      `INSERT INTO audit_entries (id, stream, actor_kind, actor_id, act, object_id) VALUES ($1, $2, 'staff', $3, 'partner.verify', $2)`,
      [`aud_${id.slice(4)}`, project.partnerId, verifier],
    ); // prettier-ignore
    expect(await ruleOf(release(verifier, id))).toBe('verified_partner');
    expect((await release(second, id)).status).toBe('released');
  });

  it('voids an approval when the evidence changed, and says what', async () => {
    const id = await approved(project, first);
    await ownerQuery(
      `UPDATE applications SET term_months = term_months + 1
       WHERE id = (SELECT application_id FROM disbursements WHERE id = $1)`,
      [id],
    );
    const seen = await readDisbursementForStaff({ id, personId: second });
    expect(seen.differences).toMatchObject([{ card: 'application', fact: 'term_months' }]);
    expect(await ruleOf(release(second, id))).toBe('evidence_changed');
    expect(await statusOf(id)).toBe('requested');
    expect(await auditActsOf(id)).toContain('disbursement.void_approval');
    await approve(first, id);
    expect((await release(second, id)).status).toBe('released');
  });

  it('lets an approval lapse after four hours, and a request end after seven days', async () => {
    const id = await approved(project, first);
    await ownerQuery(`UPDATE disbursements SET version = version + 1, approval_expires_at = now() WHERE id = $1`, [id]); // prettier-ignore
    expect(await ruleOf(release(second, id))).toBe('approval_lapsed');
    await expireDisbursements();
    expect(await statusOf(id)).toBe('requested');
    const start = testClock(new Date(Date.now() - 7 * 86_400_000 + 60_000).toISOString());
    const old = await ask(project, await accepted(project), {}, start);
    await expireDisbursements();
    expect(await statusOf(old.id)).toBe('requested');
    await ownerQuery('UPDATE disbursements SET version = version + 1, expires_at = now() WHERE id = $1', [old.id]); // prettier-ignore
    await expireDisbursements();
    expect([await statusOf(old.id), await statusOf(id)]).toEqual(['expired', 'requested']);
    expect(await eventTypesOf(old.id)).toEqual(['disbursement.requested', 'disbursement.expired']);
    const [application] = await ownerQuery<{ days: number }>(
      `SELECT round(extract(epoch FROM expires_at - now()) / 86400)::int AS days FROM applications WHERE disbursement_id = $1`,
      [old.id],
    );
    expect(application?.days).toBe(30);
  });
});

describe('the payee', () => {
  it('is waited for; no match blocks; a close match needs a reason', async () => {
    const open = await ask(project, await accepted(project));
    expect(await ruleOf(approve(first, open.id))).toBe('payee_pending');
    const wrong = await requested(project, { account: '0003' });
    expect(await ruleOf(approve(first, wrong.id))).toBe('payee_no_match');
    const close = await requested(project, { account: '0002' });
    expect(await ruleOf(approve(first, close.id))).toBe('close_match_reason');
    expect(await ruleOf(approve(first, close.id, { reason: '  ' }))).toBe('close_match_reason');
    const shown = await readDisbursementForStaff({ id: close.id, personId: first });
    expect([shown.needsReason, shown.nameAtBank]).toEqual([true, 'Healthy Trading']);
    expect((await approve(first, close.id, { reason: 'Trading name.' })).status).toBe('approved');
  });

  it('is called back by a third person where the bank does not confirm names', async () => {
    const { id } = await requested(project, { account: '0004' });
    expect(await ruleOf(approve(first, id))).toBe('call_back_missing');
    const third = await createStaff('releaser');
    const callBack = (person: string, confirmed = true) =>
      recordPayeeCallBack({
        ctx: as(person),
        input: { id, confirmed, numberSource: 'Companies House', spokeTo: 'Ada', note: 'Read digits back.' },
      });
    await callBack(third);
    expect(await ruleOf(approve(third, id))).toBe('recorded_call_back');
    await approve(first, id);
    expect(await ruleOf(callBack(first))).toBe('same_person');
    expect(await ruleOf(release(third, id))).toBe('recorded_call_back');
    expect((await release(second, id)).status).toBe('released');
    const [row] = await ownerQuery<{ text: string }>('SELECT b::text AS text FROM payee_call_backs b');
    expect(row?.text).not.toContain('Ada');
  });

  it('asks once, and calls silence unavailable only after some tries', async () => {
    const { id } = await ask(project, await accepted(project));
    await Promise.all([confirmPayee(id), confirmPayee(id), confirmPayee(id)]);
    expect((await auditActsOf(id)).filter((act) => act === 'disbursement.check_payee')).toHaveLength(1);
  });
});

describe('hold, resume, reject', () => {
  it('keeps the money in, voids approvals and tells the partner its own text', async () => {
    const id = await approved(project, first);
    const held = await holdDisbursement({
      ctx: as(second),
      input: { id, reason: 'payee_query', note: 'Looks odd.', partnerNote: 'One moment.' },
    });
    expect([held.status, held.approvedBy, held.partnerNote]).toEqual(['on_hold', null, 'One moment.']);
    const [event] = await ownerQuery<{ object: object }>(
      `SELECT object FROM events WHERE object_id = $1 AND type = 'disbursement.on_hold'`,
      [id],
    );
    expect(event?.object).toMatchObject({ partner_note: 'One moment.' });
    expect(JSON.stringify(event)).not.toContain('Looks odd');
    expect(JSON.stringify(event)).not.toContain(second);
    await resumeDisbursement({ ctx: as(first), input: { id } });
    expect(await statusOf(id)).toBe('requested');
    const rejected = await rejectDisbursement({
      ctx: as(first),
      input: { id, reason: 'payee_mismatch', note: 'No.' },
    });
    expect(rejected.status).toBe('rejected');
    expect(rejected.partnerNote).toMatch(/borrower’s own account/);
  });
});

describe('races', () => {
  it('200 presses on one disbursement release it once', async () => {
    const id = await approved(project, first);
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => ruleOf(release(second, id))));
    expect(outcomes.filter((outcome) => outcome === 'none')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['none', 'state']));
    expect(await countRows('disbursement_approvals', `disbursement_id = $1 AND act = 'release'`, [id])).toBe(
      1,
    );
    expect(await countRows('ledger_postings', 'disbursement_id = $1', [id])).toBe(1);
    expect((await eventTypesOf(id)).filter((type) => type === 'disbursement.released')).toHaveLength(1);
  }, 60_000);

  it('approve, cancel, hold and reject at once: one wins', async () => {
    const { id } = await requested(project);
    const outcomes = await Promise.all([
      ruleOf(rejectDisbursement({ ctx: as(first), input: { id, reason: 'other', note: 'n' } })),
      ruleOf(rejectDisbursement({ ctx: as(second), input: { id, reason: 'other', note: 'n' } })),
      ruleOf(rejectDisbursement({ ctx: as(second), input: { id, reason: 'other', note: 'n' } })),
    ]);
    expect(outcomes.toSorted()).toEqual(['none', 'state', 'state']);
  });
});

describe('limits', () => {
  it('hold exactly under 100 concurrent releases', async () => {
    const one = await createStaff('admin');
    const two = await createStaff('admin');
    const propose = (perPersonDayPence: number, perPartnerDayPence: number) =>
      proposeLimits({
        ctx: as(one),
        input: { perItemPence: 100_000, perPersonDayPence, perPartnerDayPence, reason: 'Test.' },
      });
    const { inForce } = await readLimits();
    const releasers = await Promise.all(Array.from({ length: 10 }, () => createStaff('releaser')));
    const ids: string[] = [];
    for (let made = 0; made < 100; made += 1) {
      ids.push((await requested(project, { amountPence: 100_000 })).id);
    }
    for (const id of ids) await approve(first, id);

    const { version } = await propose(100_000 * 4, 100_000 * 25);
    expect(await ruleOf(confirmLimits({ ctx: as(one), input: { version } }))).toBe('same_person');
    expect(await ruleOf(propose(1, 1))).not.toBe('none');
    await confirmLimits({ ctx: as(two), input: { version } });

    const press = (some: string[], whose: string[]) =>
      Promise.all(some.map((id, index) => ruleOf(release(whose[index % whose.length] as string, id))));
    const wins = (outcomes: string[]) => outcomes.filter((outcome) => outcome === 'none').length;
    const alone = await press(ids.slice(0, 50), releasers.slice(0, 1));
    expect([wins(alone), new Set(alone)]).toEqual([4, new Set(['none', 'limit_person_day'])]);
    const together = await press(ids.slice(50), releasers.slice(1));
    expect(wins(together)).toBe(21);
    expect(together).toContain('limit_partner_day');

    const big = await approved(await createProject({ livemode: true }), first, { amountPence: 2_500_000 });
    expect(await ruleOf(release(second, big))).toBe('limit_item');
    const { perItemPence, perPersonDayPence, perPartnerDayPence } = inForce;
    const back = await proposeLimits({
      ctx: as(two),
      input: { perItemPence, perPersonDayPence, perPartnerDayPence, reason: 'Back.' },
    });
    await withdrawLimits({ ctx: as(one), input: { version: back.version } });
    const again = await proposeLimits({
      ctx: as(two),
      input: { perItemPence, perPersonDayPence, perPartnerDayPence, reason: 'Back.' },
    });
    await confirmLimits({ ctx: as(one), input: { version: again.version } });
    expect((await release(second, big)).status).toBe('released');
  }, 120_000);

  it('keep who changed them today from releasing', async () => {
    const changer = await createStaff('admin');
    const other = await createStaff('admin');
    const { inForce } = await readLimits();
    const { perItemPence, perPersonDayPence, perPartnerDayPence } = inForce;
    const { version } = await proposeLimits({
      ctx: as(changer),
      input: { perItemPence, perPersonDayPence, perPartnerDayPence, reason: 'Same.' },
    });
    await confirmLimits({ ctx: as(other), input: { version } });
    await ownerQuery(`UPDATE staff_members SET role = 'releaser' WHERE person_id = $1`, [changer]);
    const id = await approved(project, first);
    expect(await ruleOf(release(changer, id))).toBe('changed_limits');
  });
});

describe('stop alone, start together', () => {
  it('stops all, and starts with two', async () => {
    const id = await approved(project, first);
    const stop = await stopMoneyOut({ ctx: as(first), input: { reason: 'Something is wrong.' } });
    expect((await stopMoneyOut({ ctx: as(second), input: { reason: 'Me too.' } })).id).toBe(stop.id);
    expect(await ruleOf(release(second, id))).toBe('stopped');
    const input = { id: stop.id };
    expect(await ruleOf(confirmStart({ ctx: as(second), input }))).toMatch(/Nobody has proposed/);
    expect(await ruleOf(proposeStart({ ctx: as(first), input }))).toBe('role');
    await proposeStart({ ctx: as(second), input });
    expect(await ruleOf(confirmStart({ ctx: as(second), input }))).toBe('same_person');
    expect(await readStops()).toHaveLength(1);
    await confirmStart({ ctx: as(await createStaff('admin')), input });
    expect(await readStops()).toEqual([]);
    expect((await release(second, id)).status).toBe('released');
  });

  it('stops one partner and no other', async () => {
    const id = await approved(project, first);
    const other = await approved(await createProject({ livemode: true }), first);
    await stopMoneyOut({ ctx: as(first), input: { partnerId: project.partnerId, reason: 'Odd.' } });
    expect(await ruleOf(release(second, id))).toBe('partner_stopped');
    expect((await release(second, other)).status).toBe('released');
  });
});

describe('the rail', () => {
  it('settles: the loan is disbursed and the application funded; a return frees it', async () => {
    const before = await ledgerBalances(true);
    const id = await approved(project, first);
    const { applicationId } = await release(second, id);
    await asPayer((mover) => markSent(mover, id));
    const settled = await asPayer((mover) => settleDisbursement(mover, id));
    expect([settled.status, (await eventTypesOf(id)).at(-1)]).toEqual(['settled', 'loan.disbursed']);
    expect((await eventTypesOf(applicationId)).at(-1)).toBe('application.funded');
    const [event] = await ownerQuery<{ object: object }>(
      `SELECT object FROM events WHERE object_id = $1 AND type = 'loan.disbursed'`,
      [id],
    );
    expect(event?.object).toMatchObject({ disbursed_amount_pence: 2_500_000, method: 'faster_payments' });
    await asPayer((mover) => returnByBank(mover, id, 'account_closed'));
    expect(await statusOf(id)).toBe('returned');
    expect((await eventTypesOf(id)).at(-1)).toBe('disbursement.returned');
    expect(await ledgerBalances(true)).toEqual(before);
    await ask(project, applicationId);
  });

  it('is silent, then refuses: the reserve is lifted', async () => {
    const before = await ledgerBalances(true);
    const id = await approved(project, first);
    await release(second, id);
    await asPayer((mover) => markUnknown(mover, id));
    await asPayer((mover) => markFailed(mover, id, 'account_not_found'));
    expect(await statusOf(id)).toBe('failed');
    expect(await ledgerBalances(true)).toEqual(before);
  });
});

describe('what is not signed', () => {
  it('is not sent: a release forged by a superuser', async () => {
    const id = await approved(project, first);
    await ownerQuery(
      `SET session_replication_role = replica;
       UPDATE disbursements SET status = 'released', released_by = '${second}', released_at = now(), release_day = current_date,
         approval_expires_at = NULL, expires_at = NULL, version = version + 1 WHERE id = '${id}'`,
    );
    expect(await unsigned(id)).toContain('release_missing');
  });

  it('is not sent: another amount than was signed', async () => {
    const id = await approved(project, first);
    await release(second, id);
    await ownerQuery(
      `SET session_replication_role = replica; UPDATE disbursements SET amount_pence = amount_pence + 1 WHERE id = '${id}'`,
    );
    expect(await unsigned(id)).toContain('other_amount');
  });
});

describe('the sandbox', () => {
  it('plays both officers by the same verbs, and stands in no queue', async () => {
    const sandbox = await createProject();
    for (const account of ['0001', '0002', '0004']) {
      const { id } = await requested(sandbox, { account });
      const released = await playOfficers({ ctx: readContext(sandbox), input: { id } });
      expect([released.status, released.progress.approvals]).toEqual(['released', 2]);
      expect(await unsigned(id)).toEqual([]);
      expect(await ruleOf(readDisbursementForStaff({ id, personId: first }))).toMatch(/no such object/);
    }
    const wrong = await requested(sandbox, { account: '0003' });
    const refusal = await playOfficers({ ctx: readContext(sandbox), input: { id: wrong.id } }).catch(String);
    expect(refusal).toMatch(/verified account/);
    expect(await ruleOf(approve(first, wrong.id))).toBe('book');
  });

  it('has no officers in live', async () => {
    const { id } = await requested(project);
    const call = playOfficers({ ctx: readContext(project), input: { id } });
    expect(await ruleOf(call)).toMatch(/sandbox only/);
    const ctx = readContext(project);
    expect(await ruleOf(approveDisbursement({ ctx, input: { id } }))).toBe('book');
  });
});

describe('the queue', () => {
  it('shows each officer what is his', async () => {
    const reviewer = await createStaff('reviewer');
    const { id } = await requested(project);
    const find = async (view: QueueView, personId: string) => {
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await listMoneyOutQueue({ view, personId, cursor });
        const item = page.items.find((one) => one.id === id);
        if (item) return item;
        cursor = page.nextCursor;
      }
    };
    expect(await find('needs_me', reviewer)).toMatchObject({
      mine: ['approve'],
      approvals: 0,
      payee: { account_number: '••••0001' },
      partner: { id: project.partnerId },
    });
    const count = await countMoneyOutForMe(reviewer);
    await approve(reviewer, id);
    expect(await countMoneyOutForMe(reviewer)).toBe(count - 1);
    expect(await find('needs_me', reviewer)).toBeUndefined();
    expect((await find('needs_second', second))?.mine).toEqual(['release']);
    const shown = await readDisbursementForStaff({ id, personId: reviewer });
    expect(shown.evidence.map(({ card }) => card)).toEqual(['request', 'application', 'decision', 'agreement', 'identity', 'payee', 'history']); // prettier-ignore
    const permission = shown.permissions.find(({ act }) => act === 'release');
    expect(permission).toMatchObject({ allowed: false, refusal: { rule: 'role' } });
    expect(permission?.whoCan.length).toBeGreaterThan(0);
    expect(JSON.stringify(shown.disbursement)).not.toContain('12340001');
  });
});
