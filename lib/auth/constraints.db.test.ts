// What the database itself refuses of people, sessions, proofs and invitations, whoever asks.
import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { createPartner, ownerQuery, applicationQuery } from '@/lib/testing';
import { createPerson } from './testing';

type Row = Record<string, unknown>;
let personId: string;
let partnerId: string;
const at = (seconds: number) => new Date(Date.now() + seconds * 1000);

const valid = {
  people: (): Row => ({ id: newId('usr'), email: `${newId('usr')}@example.com`, name: 'A', password_hash: 'x' }),
  sessions: (): Row => ({ id: newId('ses'), token_hash: randomBytes(32), kind: 'partner', person_id: personId, partner_id: partnerId, idle_expires_at: at(60), expires_at: at(60), role_version: 0, ip_address: '', user_agent: '' }),
  sign_ups: (): Row => ({ id: newId('sgn'), browser_hash: randomBytes(32), link_hash: randomBytes(32), code_hmac: randomBytes(32), email: 'a@example.com', name: 'A', company_name: 'A', password_hash: 'x', is_known: false, expires_at: at(60) }),
  step_up_proofs: (): Row => ({ id: newId('sup'), token_hash: randomBytes(32), session_id: 'ses', person_id: personId, act: 'a', object_id: 'o', bound_hash: randomBytes(32), method: 'totp', created_at: at(0), expires_at: at(300) }),
  invitations: (): Row => ({ id: newId('inv'), partner_id: partnerId, email: `${newId('usr')}@example.com`, role: 'admin', token_hash: randomBytes(32), invited_by_id: personId, expires_at: at(60) }),
  staff_enrolments: (): Row => ({ id: newId('enr'), email: 'a@example.com', name: 'A', role: 'admin', token_hash: randomBytes(32), expires_at: at(60) }),
}; // prettier-ignore

async function refusal(table: string, row: Row): Promise<unknown> {
  const columns = Object.keys(row);
  const sql = `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((_, index) => `$${index + 1}`).join()})`;
  return ownerQuery(sql, Object.values(row)).then(
    () => undefined,
    (error: unknown) => (error as { constraint?: unknown }).constraint,
  );
}

beforeAll(async () => {
  personId = (await createPerson()).id;
  partnerId = (await createPartner()).id;
  await refusal('invitations', { ...valid.invitations(), email: 'taken@example.com' });
});

it.each(Object.keys(valid) as (keyof typeof valid)[])('accepts a row of %s that is right', async (table) => {
  expect(await refusal(table, valid[table]())).toBeUndefined();
});

it.each<[string, keyof typeof valid, () => Row]>([
  ['people_email_lower_case', 'people', () => ({ email: 'Ada@example.com' })],
  ['people_email_lower_case', 'people', () => ({ email: 'a@' })],
  ['sessions_id_shape', 'sessions', () => ({ id: 'ses_1' })],
  ['sessions_token_hash', 'sessions', () => ({ token_hash: randomBytes(31) })],
  ['sessions_account', 'sessions', () => ({ partner_id: null })],
  ['sessions_account', 'sessions', () => ({ kind: 'staff' })],
  ['sessions_limits', 'sessions', () => ({ idle_expires_at: at(61), expires_at: at(60) })],
  ['sign_ups_attempts', 'sign_ups', () => ({ attempts: 6 })],
  ['sign_ups_email_lower_case', 'sign_ups', () => ({ email: 'A@example.com' })],
  ['step_up_proofs_life', 'step_up_proofs', () => ({ created_at: at(0), expires_at: at(301) })],
  ['step_up_proofs_bound_hash', 'step_up_proofs', () => ({ bound_hash: randomBytes(31) })],
  ['step_up_proofs_method', 'step_up_proofs', () => ({ method: 'password' })],
  ['invitations_email_lower_case', 'invitations', () => ({ email: 'A@example.com' })],
  ['invitations_one_end', 'invitations', () => ({ accepted_at: at(0), revoked_at: at(0) })],
  ['invitations_open', 'invitations', () => ({ email: 'taken@example.com' })],
  ['staff_enrolments_email_lower_case', 'staff_enrolments', () => ({ email: 'A@example.com' })],
])('refuses by %s', async (constraint, table, spoilt) => {
  expect(await refusal(table, { ...valid[table](), ...spoilt() })).toBe(constraint);
});

it('keeps step-up proofs on record', async () => {
  await expect(applicationQuery('DELETE FROM step_up_proofs')).rejects.toMatchObject({ code: '42501' });
});
