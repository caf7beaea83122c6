// Who is staff changes by two admins and the database's own hand: no verb alone, no statement of the product's role.
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { readSession } from '@/lib/auth';
import { signedInStaff } from '@/lib/auth/testing';
import { prisma } from '@/lib/db';
import { applicationQuery, countRows, ownerQuery } from '@/lib/testing';
import { confirmStaffChange, proposeStaffChange, showStaff, withdrawStaffChange } from '.';
import { readEnrolment } from './enrolment';

type Staff = Awaited<ReturnType<typeof signedInStaff>>;
const ctx = ({ person, session }: Staff) => ({
  actor: { kind: 'staff', personId: person.id, sessionId: session.id } as const,
  requestId: newId('req'),
});
const roleOf = async ({ person }: Staff) =>
  (await prisma().staffMember.findUnique({ where: { personId: person.id } }))?.role;
const reason = 'For the tests of this file.';

let [first, second, third]: Staff[] = [];
beforeEach(async () => {
  await ownerQuery('DELETE FROM staff_enrolments; DELETE FROM staff_changes; DELETE FROM staff_members');
  [first, second, third] = [await signedInStaff(), await signedInStaff(), await signedInStaff({ role: 'reviewer' })]; // prettier-ignore
});

describe('a change of role', () => {
  const propose = (by: Staff, about: Staff, role: 'releaser' | 'reviewer' = 'releaser') =>
    proposeStaffChange({ ctx: ctx(by), input: { kind: 'change_role', personId: about.person.id, role, reason } }); // prettier-ignore

  it('takes two admins, counts at once, and voids what was proved under the old role', async () => {
    const id = await propose(first!, third!);
    expect(await roleOf(third!)).toBe('reviewer');
    await expect(confirmStaffChange({ ctx: ctx(first!), input: { id } })).rejects.toMatchObject({ code: 'invalid_state', message: 'You proposed this; a second admin confirms it.' }); // prettier-ignore
    const [before] = await ownerQuery<{ role_version: number }>('SELECT role_version FROM people WHERE id = $1', [third!.person.id]); // prettier-ignore
    await confirmStaffChange({ ctx: ctx(second!), input: { id } });
    expect(await roleOf(third!)).toBe('releaser');
    const [after] = await ownerQuery<{ role_version: number }>('SELECT role_version FROM people WHERE id = $1', [third!.person.id]); // prettier-ignore
    expect(after!.role_version).toBeGreaterThan(before!.role_version);
    await expect(confirmStaffChange({ ctx: ctx(second!), input: { id } })).rejects.toMatchObject({ code: 'invalid_state' }); // prettier-ignore
    const acts = await ownerQuery<{ act: string }>(
      `SELECT act FROM audit_entries WHERE act LIKE 'staff.%' ORDER BY id`,
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'staff.propose_change_role',
      'staff.confirm_change_refused',
      'staff.confirm_change',
      'staff.confirm_change_refused',
    ]);
  });

  it('is nobody’s own, has one proposal at a time, and may be withdrawn', async () => {
    const fourth = await signedInStaff();
    await expect(propose(first!, first!)).rejects.toMatchObject({ code: 'invalid_state' });
    await expect(propose(first!, third!, 'reviewer')).rejects.toMatchObject({ code: 'invalid_value', param: 'role' }); // prettier-ignore
    const id = await propose(first!, fourth);
    await expect(propose(second!, fourth)).rejects.toMatchObject({ code: 'invalid_state' });
    await expect(confirmStaffChange({ ctx: ctx(fourth), input: { id } })).rejects.toMatchObject({ message: 'This is about you; another admin confirms it.' }); // prettier-ignore
    await withdrawStaffChange({ ctx: ctx(second!), input: { id } });
    await expect(confirmStaffChange({ ctx: ctx(second!), input: { id } })).rejects.toMatchObject({ message: 'This proposal is no longer open.' }); // prettier-ignore
    expect(await roleOf(fourth)).toBe('admin');
  });

  it('leaves two admins, however many are confirmed at once', async () => {
    await expect(propose(first!, second!)).rejects.toMatchObject({ message: expect.stringContaining('Two admins must remain') }); // prettier-ignore
    const [fourth, fifth] = [await signedInStaff(), await signedInStaff()];
    const ids = [await propose(first!, second!), await propose(second!, first!), await propose(first!, fourth), await propose(first!, fifth)]; // prettier-ignore
    await Promise.allSettled([
      confirmStaffChange({ ctx: ctx(fourth), input: { id: ids[0]! } }),
      confirmStaffChange({ ctx: ctx(fifth), input: { id: ids[1]! } }),
      confirmStaffChange({ ctx: ctx(second!), input: { id: ids[2]! } }),
      confirmStaffChange({ ctx: ctx(second!), input: { id: ids[3]! } }),
    ]);
    expect(await countRows('staff_members', `role = 'admin'`)).toBeGreaterThanOrEqual(2);
  });
});

it('removes somebody, whose sessions end', async () => {
  const id = await proposeStaffChange({ ctx: ctx(first!), input: { kind: 'remove', personId: third!.person.id, reason } }); // prettier-ignore
  expect(await readSession('staff', third!.token)).not.toBeNull();
  await confirmStaffChange({ ctx: ctx(second!), input: { id } });
  expect(await readSession('staff', third!.token)).toBeNull();
  const { history, members } = await showStaff();
  expect(members.map(({ id: member }) => member)).not.toContain(third!.person.id);
  expect(history[0]).toMatchObject({ kind: 'remove', person: { id: third!.person.id } });
});

it('invites by mail, once two admins agree', async () => {
  const input = { kind: 'invite', email: `${newId('usr')}@credicorp.example`, name: 'Ada Byron', role: 'releaser', reason } as const; // prettier-ignore
  await expect(proposeStaffChange({ ctx: ctx(first!), input: { ...input, email: third!.person.email } })).rejects.toMatchObject({ code: 'invalid_value', param: 'email' }); // prettier-ignore
  const id = await proposeStaffChange({ ctx: ctx(first!), input });
  expect(await countRows('staff_enrolments')).toBe(0);
  await confirmStaffChange({ ctx: ctx(second!), input: { id } });
  const [enrolment] = await ownerQuery<{ email: string; role: string; change_id: string }>('SELECT email, role, change_id FROM staff_enrolments'); // prettier-ignore
  expect(enrolment).toEqual({ email: input.email, role: 'releaser', change_id: id });
  expect(await countRows('outgoing_mails')).toBe(1);
  await expect(readEnrolment({ token: 'x', caller: { address: '192.0.2.1', requestId: newId('req'), userAgent: null } as never })).rejects.toMatchObject({ code: 'invalid_value' }); // prettier-ignore
});

describe('as the product’s role, by SQL alone', () => {
  const constraintOf = async (sql: string, values: unknown[] = []) => {
    try {
      await applicationQuery(sql, values);
      return 'done';
    } catch (error) {
      const { constraint, code } = error as { constraint?: string; code?: string };
      return constraint ?? code;
    }
  };
  const insert = `INSERT INTO staff_changes (id, kind, person_id, role, reason, proposed_by, proposed_at`;
  const propose = (by: string, about: string, role: string | null, kind = 'change_role') =>
    constraintOf(`${insert}) VALUES ($1, $2::staff_change_kind, $3, $4::staff_role, 'x', $5, now())`, [newId('sch'), kind, about, role, by]); // prettier-ignore

  it('nobody makes himself a releaser', async () => {
    const [me, other, reviewer] = [first!.person.id, second!.person.id, third!.person.id];
    expect(await constraintOf(`UPDATE staff_members SET role = 'releaser'`)).toBe('42501');
    expect(await constraintOf('DELETE FROM staff_members')).toBe('42501');
    const outsider = (await signedInStaff()).person.id;
    await ownerQuery('DELETE FROM staff_members WHERE person_id = $1', [outsider]);
    expect(await constraintOf(`INSERT INTO staff_members (person_id, role) VALUES ($1, 'releaser')`, [outsider])).toBe('staff_members_enrolled'); // prettier-ignore
    expect(await propose(me, me, 'releaser')).toBe('staff_changes_not_about_oneself');
    expect(await propose(reviewer, other, 'releaser')).toBe('staff_changes_role');
    expect(await propose(me, reviewer, null)).toBe('staff_changes_says_what');
    expect(await constraintOf(`${insert}, confirmed_by, confirmed_at) VALUES ($1, 'change_role', $2, 'releaser', 'x', $3, now(), $4, now())`, [newId('sch'), reviewer, me, other])).toBe('staff_changes_begin_proposed'); // prettier-ignore
    expect(await propose(me, reviewer, 'releaser')).toBe('done');
    expect(await propose(me, reviewer, 'releaser')).toBe('staff_changes_open_person');
    const end = (by: string) => constraintOf('UPDATE staff_changes SET confirmed_by = $1, confirmed_at = now()', [by]); // prettier-ignore
    expect(await end(me)).toBe('staff_changes_two_people');
    expect(await end(reviewer)).toBe('staff_changes_role');
    expect(await end(other)).toBe('done');
    expect(await roleOf(third!)).toBe('releaser');
    expect(await end(other)).toBe('staff_changes_stay');
    expect(await propose(me, other, null, 'remove')).toBe('done');
    expect(await constraintOf(`UPDATE staff_changes SET confirmed_by = $1, confirmed_at = now() WHERE kind = 'remove'`, [other])).toBe('staff_changes_not_about_oneself'); // prettier-ignore
  });

  it.each([
    ['staff_changes_id_shape', { id: 'sch_x' }],
    ['staff_changes_email_lower_case', { email: 'Ada@example.com' }],
    ['staff_changes_says_what', { email: null }],
  ])('%s holds', async (constraint, wrong) => {
    const row = { id: newId('sch'), email: 'ada@example.com', by: first!.person.id, ...wrong };
    const invite = `INSERT INTO staff_changes (id, kind, email, name, role, reason, proposed_by, proposed_at)
      VALUES ($1, 'invite', $2, 'Ada', 'reviewer', 'x', $3, now())`;
    expect(await constraintOf(invite, [row.id, row.email, row.by])).toBe(constraint);
  });

  it('an address is invited by one proposal at a time, which ends once and one way', async () => {
    const invite = () =>
      constraintOf(
        `INSERT INTO staff_changes (id, kind, email, name, role, reason, proposed_by, proposed_at)
         VALUES ($1, 'invite', 'ada@example.com', 'Ada', 'reviewer', 'x', $2, now())`,
        [newId('sch'), first!.person.id],
      );
    expect(await invite()).toBe('done');
    expect(await invite()).toBe('staff_changes_open_email');
    const both = `UPDATE staff_changes SET confirmed_by = $1, confirmed_at = now(), withdrawn_by = $1, withdrawn_at = now()`;
    expect(await constraintOf(both, [second!.person.id])).toBe('staff_changes_one_end');
  });

  it('no link is made without a confirmed invitation', async () => {
    const link = (role: string, change: string | null) =>
      constraintOf(`INSERT INTO staff_enrolments (id, email, name, role, token_hash, expires_at, change_id) VALUES ($1, 'a@example.com', 'A', $2::staff_role, $3, now() + interval '1 hour', $4)`, [newId('enr'), role, Buffer.alloc(32), change]); // prettier-ignore
    expect(await link('admin', null)).toBe('staff_enrolments_invited');
    expect(await link('releaser', null)).toBe('staff_enrolments_invited');
    expect(await link('releaser', newId('sch'))).toBe('staff_enrolments_invited');
  });
});
