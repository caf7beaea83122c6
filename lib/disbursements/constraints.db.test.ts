// What the database itself refuses of money-out, also to the product's own role by direct SQL (promises, "Money-out").
import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { ProjectSnapshot } from '@/lib/core/project';
import { applicationQuery, createProject, ownerQuery } from '@/lib/testing';
import { proposeLimits, releaseDisbursement, stopMoneyOut } from '.';
import { accepted, approved, as, ask, createStaff, proven, requested, twoOfficers } from './testing';

const permissionDenied = '42501';

/** Name of the rule that refuses, or the SQL state; undefined when nothing does. */
async function refusal(sql: string, values: unknown[] = [], query = applicationQuery): Promise<unknown> {
  try {
    await query(sql, values);
    return undefined;
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string };
    return constraint ?? code;
  }
}
/** The same as the owner with triggers off: what the checks alone refuse. */
const ownerRefusal = (sql: string, values: unknown[] = []) => refusal(sql, values, ownerQuery);

let live: ProjectSnapshot;
let first: string;
let second: string;
let third: string;
let admin: string;
/** One in each status that the cases start from. */
const ids = { requested: '', approved: '', released: '', held: '' };

beforeAll(async () => {
  live = await createProject({ livemode: true });
  ({ first, second } = await twoOfficers());
  third = await createStaff('releaser');
  admin = await createStaff('admin');
  ids.requested = (await requested(live)).id;
  ids.approved = await approved(live, first);
  ids.released = await approved(await createProject({ livemode: true }), first);
  await releaseDisbursement({ ctx: as(second), input: { id: ids.released }, spendProof: proven });
});

/** An update that counts the version, as every honest one does. */
const set = (what: string, id: string) =>
  refusal(`UPDATE disbursements SET version = version + 1, ${what} WHERE id = $1`, [id]);

interface Row {
  [column: string]: unknown;
}

async function insert(table: string, row: Row, query = applicationQuery): Promise<unknown> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  return refusal(
    `INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()})`,
    Object.values(row),
    query,
  );
}

const [now, later] = [new Date(), new Date(Date.now() + 60_000)];

async function freshRow(): Promise<Row> {
  const applicationId = await accepted(live);
  const [found] = await ownerQuery<{ offer: string }>(
    'SELECT accepted_offer_id AS offer FROM applications WHERE id = $1',
    [applicationId],
  );
  return {
    id: newId('dsb'),
    project_id: live.id,
    partner_id: live.partnerId,
    livemode: true,
    application_id: applicationId,
    offer_id: found?.offer,
    amount_pence: 100,
    payee_encrypted: randomBytes(8),
    payee_account_hint: '0001',
    payee_hash: randomBytes(32),
    payee_fingerprint: randomBytes(32),
    created_at: now,
    updated_at: now,
    expires_at: later,
  };
}

describe('a new disbursement', () => {
  it('is accepted as it should be', async () => {
    expect(await insert('disbursements', await freshRow())).toBeUndefined();
  });

  it.each<[string, Row]>([
    ['disbursements_id_shape', { id: 'dsb_1' }],
    ['disbursements_amount', { amount_pence: 0 }],
    ['disbursements_amount', { amount_pence: 25_000_001 }],
    ['disbursements_reference_length', { reference: 'r'.repeat(65) }],
    ['disbursements_payee', { payee_account_hint: '1' }],
    ['disbursements_payee', { payee_hash: randomBytes(31) }],
    ['disbursements_payee_checked', { payee_check: 'match' }],
    ['disbursements_expiry', { expires_at: null }],
    ['disbursements_begin_requested', { status: 'released' }],
    ['disbursements_begin_requested', { version: 2 }],
    ['disbursements_own_application', { offer_id: newId('off') }],
    ['disbursements_own_partner', { partner_id: newId('acct') }],
    ['disbursements_project_id_livemode_fkey', { livemode: false }],
  ])('is refused by %s: %j', async (rule, spoilt) => {
    expect(await insert('disbursements', { ...(await freshRow()), ...spoilt })).toBe(rule);
  });

  it('is refused by disbursements_live beside a living one', async () => {
    const row = await freshRow();
    await insert('disbursements', row);
    expect(await insert('disbursements', { ...row, id: newId('dsb') })).toBe('disbursements_live');
  });
});

describe('the role of the product, by direct SQL', () => {
  it('cannot approve without a signed record', async () => {
    const approval = `status = 'approved', approval_round = 1, approved_by = '${first}', approved_at = now(),
      snapshot_sha256 = 'x', approval_expires_at = now()`;
    expect(await set(approval, ids.requested)).toBe('disbursements_signed_approval');
  });

  it('cannot release without the records of two different people', async () => {
    const release = (by: string) =>
      `status = 'released', released_by = '${by}', released_at = now(), release_day = current_date,
       approval_expires_at = NULL, expires_at = NULL`;
    expect(await set(release(second), ids.approved)).toBe('disbursements_signed_release');
    expect(await set(release(first), ids.approved)).toBe('disbursements_signed_release');
    expect(await set(release(second), ids.requested)).toBe('disbursements_way');
  });

  it.each([
    [`status = 'settled'`, 'disbursements_way'],
    [`approved_by = 'usr_other'`, 'disbursements_approval_stays'],
    [`snapshot_sha256 = 'y'`, 'disbursements_approval_stays'],
  ])('cannot say that an approved one is %s', async (what, rule) => {
    expect(await set(what, ids.approved)).toBe(rule);
  });

  it.each(['released_by', 'approved_by'])('cannot put another %s to a released one', async (column) => {
    expect(await set(`status = 'sent', sent_at = now(), ${column} = 'usr_other'`, ids.released)).toBe('disbursements_approval_stays'); // prettier-ignore
  });

  it('cannot change anything without counting the version', async () => {
    expect(await refusal(`UPDATE disbursements SET updated_at = now() WHERE id = $1`, [ids.approved])).toBe('disbursements_version'); // prettier-ignore
  });

  it.each([
    'amount_pence',
    'payee_encrypted',
    'payee_hash',
    'application_id',
    'livemode',
    'partner_id',
    'created_at',
  ])('cannot change %s', async (column) => {
    expect(await set(`${column} = ${column}`, ids.requested)).toBe(permissionDenied);
  });

  it.each(['disbursement_snapshots', 'disbursement_approvals', 'payee_call_backs'])(
    'adds to %s and reads it, nothing else',
    async (table) => {
      const columns = await ownerQuery<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
        [table],
      );
      expect(columns.length).toBeGreaterThan(4);
      for (const { name } of columns) {
        expect(await refusal(`UPDATE ${table} SET ${name} = ${name}`), name).toBe(permissionDenied);
      }
      expect(await refusal(`DELETE FROM ${table}`)).toBe(permissionDenied);
      expect(await refusal(`SELECT * FROM ${table} LIMIT 1`)).toBeUndefined();
    },
  );

  it.each(['disbursements', 'money_out_limits', 'money_out_stops'])(
    'deletes nothing of %s',
    async (table) => {
      expect(await refusal(`DELETE FROM ${table}`)).toBe(permissionDenied);
      expect(await refusal(`TRUNCATE ${table} CASCADE`)).toBe(permissionDenied);
    },
  );
});

/** A record of this act about this disbursement, as good as SQL alone can make it. */
async function record(id: string, act: 'approve' | 'release', personId: string): Promise<Row> {
  const [row] = await ownerQuery<Row>(
    'SELECT amount_pence, payee_hash, snapshot_sha256, approval_round FROM disbursements WHERE id = $1',
    [id],
  );
  return {
    id: newId('apv'),
    disbursement_id: id,
    livemode: true,
    round: row?.['approval_round'],
    act,
    person_id: personId,
    amount_pence: row?.['amount_pence'],
    payee_hash: row?.['payee_hash'],
    snapshot_sha256: row?.['snapshot_sha256'],
    factor: act === 'release' ? 'totp' : null,
    proof_id: act === 'release' ? newId('key') : null,
    record: '{}',
    key_id: 'k',
    signature: randomBytes(64),
    created_at: now,
  };
}

describe('a signed record', () => {
  it.each<[string, Row]>([
    ['disbursement_approvals_id_shape', { id: 'apv_1' }],
    ['disbursement_approvals_proof', { proof_id: null }],
    ['disbursement_approvals_proof', { factor: 'password' }],
    ['disbursement_approvals_match', { amount_pence: 1 }],
    ['disbursement_approvals_match', { payee_hash: randomBytes(32) }],
    ['disbursement_approvals_match', { snapshot_sha256: 'x' }],
    ['disbursement_approvals_match', { round: 9 }],
    ['disbursement_approvals_match', { act: 'approve', factor: null, proof_id: null }],
  ])('of a release is refused by %s: %j', async (rule, spoilt) => {
    expect(await insert('disbursement_approvals', { ...(await record(ids.approved, 'release', second)), ...spoilt })).toBe(rule); // prettier-ignore
  });

  it('is refused for the same person, a wrong role, who called back, and the built-in officers', async () => {
    const same = await approved(live, third);
    const by = async (id: string, person: string) =>
      insert('disbursement_approvals', await record(id, 'release', person));
    expect(await by(same, third)).toBe('disbursement_approvals_two_people');
    expect(await by(same, first)).toBe('disbursement_approvals_role');
    expect(await by(same, 'usr_nobody')).toBe('disbursement_approvals_role');
    expect(await by(same, 'sandbox_second_officer')).toBe('disbursement_approvals_role');
    // The check behind the role, with the role's trigger out of the way.
    const row = await record(same, 'release', 'sandbox_second_officer');
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    const sql = `INSERT INTO disbursement_approvals (${columns.join()}) VALUES (${places.join()})`;
    expect(await withoutTriggers(sql, Object.values(row))).toBe('disbursement_approvals_sandbox_officers');
    await insert('payee_call_backs', callBack(same, second));
    expect(await by(same, second)).toBe('disbursement_approvals_not_own_evidence');
  });
});

/** With the triggers off, as only a superuser can: the checks still hold. */
async function withoutTriggers(sql: string, values: unknown[]): Promise<unknown> {
  const quoted = values.map((value) => {
    if (value === null || value === undefined) return 'NULL';
    if (value instanceof Date) return `'${value.toISOString()}'`;
    if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
    return `'${value as string}'`;
  });
  const text = sql.replaceAll(/\$(\d+)/g, (_, place: string) => quoted[Number(place) - 1] as string);
  return ownerRefusal(`SET session_replication_role = replica; ${text}`);
}

describe('a disbursement, whoever writes it', () => {
  const approval = `approved_by = 'usr_a', approved_at = now(), snapshot_sha256 = 'x', approval_round = 1`;
  const release = `${approval}, released_by = 'usr_b', released_at = now(), release_day = current_date, expires_at = NULL`;
  it.each([
    ['disbursements_approved', `status = 'approved', approval_expires_at = now()`],
    ['disbursements_approved', `approved_by = 'usr_a'`],
    ['disbursements_approval_lapses', `status = 'approved', ${approval}`],
    ['disbursements_released', `status = 'released', ${approval}, expires_at = NULL`],
    ['disbursements_released', `released_by = 'usr_b'`],
    ['disbursements_two_people', `status = 'released', ${release}, approved_by = 'usr_b'`.replace(`approved_by = 'usr_a', `, '')], // prettier-ignore
    [
      'disbursements_sandbox_officers',
      `status = 'released', ${release}`.replace('usr_a', 'sandbox_first_officer'),
    ],
    ['disbursements_reason', `status = 'on_hold'`],
    ['disbursements_sent', `status = 'sent', ${release}`],
    ['disbursements_settled', `status = 'settled', ${release}, sent_at = now()`],
    ['disbursements_failed', `status = 'failed', ${release}`],
    ['disbursements_returned', `status = 'returned', ${release}, sent_at = now()`],
  ])('is refused by %s: %s', async (rule, what) => {
    expect(await withoutTriggers(`UPDATE disbursements SET ${what} WHERE id = $1`, [ids.requested])).toBe(
      rule,
    );
  });

  it('is refused by disbursements_payee_confirmed when the name does not match', async () => {
    const open = await ask(live, await accepted(live));
    await ownerQuery(
      `SET session_replication_role = replica;
       UPDATE disbursements SET status = 'approved', approval_expires_at = now(), ${approval} WHERE id = '${open.id}';
       INSERT INTO disbursement_approvals (id, disbursement_id, livemode, round, act, person_id, amount_pence, payee_hash,
         snapshot_sha256, factor, proof_id, record, key_id, signature, created_at)
       SELECT 'apv_' || substr(id, 5, 25) || o.n, id, true, 1, o.act::disbursement_act, o.who, amount_pence, payee_hash, 'x', o.factor, o.proof,
         '{}', 'k', '', now()
       FROM disbursements, (VALUES ('1', 'approve', 'usr_a', NULL, NULL), ('2', 'release', 'usr_b', 'totp', 'p')) o (n, act, who, factor, proof)
       WHERE id = '${open.id}'`,
    );
    const what = `status = 'released', released_by = 'usr_b', released_at = now(), release_day = current_date,
      expires_at = NULL, approval_expires_at = NULL`;
    expect(await set(what, open.id)).toBe('disbursements_payee_confirmed');
  });
});

const callBack = (id: string, by: string): Row => ({
  id: newId('pcb'),
  disbursement_id: id,
  confirmed: true,
  number_source: 'registry',
  spoke_to: randomBytes(8),
  note: 'n',
  recorded_by: by,
  created_at: now,
});

describe('evidence', () => {
  it('is refused unless its hash is its own', async () => {
    const evidence = '{"a":1}';
    const sha256 = createHash('sha256').update(evidence).digest('hex');
    const row = { disbursement_id: ids.requested, round: 7, evidence, sha256, created_at: now };
    expect(await insert('disbursement_snapshots', { ...row, sha256: 'x' })).toBe(
      'disbursement_snapshots_hash',
    );
    expect(await insert('disbursement_snapshots', { ...row, round: 0 })).toBe('disbursement_snapshots_round');
    expect(await insert('disbursement_snapshots', row)).toBeUndefined();
  });

  it('by call-back is a third person’s', async () => {
    const to = callBack(ids.approved, first);
    expect(await insert('payee_call_backs', to)).toBe('payee_call_backs_third_person');
    expect(await insert('payee_call_backs', { ...to, recorded_by: 'usr_nobody' })).toBe('payee_call_backs_role'); // prettier-ignore
    expect(await insert('payee_call_backs', { ...to, recorded_by: admin, id: 'pcb_1' })).toBe('payee_call_backs_id_shape'); // prettier-ignore
    expect(await insert('payee_call_backs', { ...to, recorded_by: admin })).toBeUndefined();
  });
});

describe('limits', () => {
  it('take two administrators, and one proposal at a time', async () => {
    const proposal = {
      per_item_pence: 1,
      per_person_day_pence: 2,
      per_partner_day_pence: 2,
      reason: 'r',
      proposed_by: admin,
      proposed_at: now,
    };
    const propose = (more: Row = {}) => insert('money_out_limits', { ...proposal, ...more });
    expect(await propose({ per_item_pence: 3 })).toBe('money_out_limits_amounts');
    expect(await propose({ proposed_by: first })).toBe('money_out_limits_role');
    expect(await propose({ confirmed_by: first, confirmed_at: now })).toBe('money_out_limits_begin_proposed');
    const { version } = await proposeLimits({
      ctx: as(admin),
      input: { perItemPence: 1, perPersonDayPence: 1, perPartnerDayPence: 1, reason: 'r' },
    });
    expect(await propose()).toBe('money_out_limits_open');
    const change = (what: string) =>
      refusal(`UPDATE money_out_limits SET ${what} WHERE version = $1`, [version]);
    expect(await change('per_item_pence = 0')).toBe(permissionDenied);
    expect(await change(`confirmed_by = '${admin}', confirmed_at = now()`)).toBe(
      'money_out_limits_two_people',
    );
    expect(await change(`confirmed_by = '${first}', confirmed_at = now()`)).toBe('money_out_limits_role');
    const other = await createStaff('admin');
    const both = `confirmed_by = '${other}', confirmed_at = now(), withdrawn_by = '${other}', withdrawn_at = now()`;
    expect(await change(both)).toBe('money_out_limits_one_end');
    expect(await change(`withdrawn_by = '${other}', withdrawn_at = now()`)).toBeUndefined();
    expect(await change(`confirmed_by = '${other}', confirmed_at = now()`)).toBe('money_out_limits_stay');
  });
});

describe('a stop', () => {
  it('is ended by two people, one after the other', async () => {
    const { id } = await stopMoneyOut({ ctx: as(first), input: { reason: 'r' } });
    const again = { id: newId('mos'), reason: 'r', stopped_by: first, stopped_at: now };
    expect(await insert('money_out_stops', again)).toBe('money_out_stops_active');
    const ofPartner = { ...again, partner_id: live.partnerId };
    expect(await insert('money_out_stops', { ...ofPartner, id: 'mos_1' })).toBe('money_out_stops_id_shape');
    expect(await insert('money_out_stops', { ...ofPartner, started_by: second, started_at: now })).toBe('money_out_stops_begin_stopped'); // prettier-ignore
    const change = (what: string) => refusal(`UPDATE money_out_stops SET ${what} WHERE id = $1`, [id]);
    const propose = (who: string) => `start_proposed_by = '${who}', start_proposed_at = now()`;
    const start = (who: string) => `started_by = '${who}', started_at = now()`;
    expect(await change(start(second))).toBe('money_out_stops_two_people');
    expect(await change(`${propose(admin)}, ${start(second)}`)).toBe('money_out_stops_in_turn');
    expect(await change(propose(first))).toBe('money_out_stops_role');
    expect(await change(propose(admin))).toBeUndefined();
    expect(await change(start(admin))).toBe('money_out_stops_two_people');
    expect(await change(start(second))).toBeUndefined();
    expect(await change(propose(admin))).toBe('money_out_stops_stay');
  });
});
