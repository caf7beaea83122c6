// Who is staff, and as what (product §2: roles take two people): one admin proposes, another confirms, and the database
// itself applies what was confirmed. Nobody decides about himself, but whoever goes may propose it.
import type { StaffActor } from '@/lib/core/actor';
import { ApiError } from '@/lib/core/errors';
import { fieldError } from '@/lib/core/field-errors';
import { newId } from '@/lib/core/ids';
import { actOnRecord } from '@/lib/audit';
import { findPersonByEmail, type StaffRole } from '@/lib/auth';
import type { Transaction } from '@/lib/db';
import { sendMail } from '@/lib/mail';
import { createEnrolment, linkHours } from './enrolment';
import { countAdmins, endChange, findChange, findStaffRole, hasOpenChange, insertChange, type StaffChangeRow } from './repository'; // prettier-ignore

export interface StaffActContext {
  readonly actor: StaffActor;
  readonly requestId: string;
}

export type ProposeStaffChange =
  | { readonly kind: 'invite'; readonly email: string; readonly name: string; readonly role: StaffRole; readonly reason: string } // prettier-ignore
  | { readonly kind: 'change_role'; readonly personId: string; readonly role: StaffRole; readonly reason: string } // prettier-ignore
  | { readonly kind: 'remove'; readonly personId: string; readonly reason: string };

const refuse = (message: string) => new ApiError('invalid_state', { message });

/** Two must remain: limits, roles and the start of money-out take two of them. The caller holds the lock of their number. */
async function requireTwoAdminsLeft(kind: StaffChangeRow['kind'], present: StaffRole, next: StaffRole | null, tx: Transaction) {
  if (kind === 'invite' || present !== 'admin' || next === 'admin') return;
  if ((await countAdmins(tx)).enrolled <= 2)
    throw refuse('Two admins must remain. Invite another one first.');
} // prettier-ignore

async function requirePresent(personId: string, tx: Transaction): Promise<StaffRole> {
  const role = await findStaffRole(personId, tx);
  if (role === null) throw refuse('This person is not staff.');
  return role;
}

async function requireSense(input: ProposeStaffChange, proposedBy: string, tx: Transaction): Promise<void> {
  if (input.kind === 'invite') {
    if (await findPersonByEmail(input.email)) {
      throw fieldError('invalid_value', 'email', 'This address belongs to a partner’s user or to staff already.'); // prettier-ignore
    }
    return;
  }
  const present = await requirePresent(input.personId, tx);
  if (input.kind === 'change_role') {
    if (input.personId === proposedBy) throw refuse('Another admin proposes a change of your own role.');
    if (input.role === present) throw fieldError('invalid_value', 'role', 'This is the role of today.');
  }
  await requireTwoAdminsLeft(input.kind, present, input.kind === 'remove' ? null : input.role, tx);
}

/** @returns its id. @throws ApiError `invalid_state`, `invalid_value` on `email` or `role`. */
export function proposeStaffChange(call: {
  readonly ctx: StaffActContext;
  readonly input: ProposeStaffChange;
}): Promise<string> {
  const { ctx, input } = call;
  const { kind, reason } = input;
  const personId = kind === 'invite' ? null : input.personId;
  const subject = personId ?? 'staff';
  return actOnRecord({ ctx, act: `staff.propose_${kind}`, subject }, async (tx) => {
    await requireSense(input, ctx.actor.personId, tx);
    const invited =
      kind === 'invite' ? { email: input.email, name: input.name } : { email: null, name: null };
    const role = kind === 'remove' ? null : input.role;
    if (await hasOpenChange({ personId, email: invited.email }, tx)) {
      throw refuse('A proposal about this person is open: confirm or withdraw it first.');
    }
    const id = newId('sch');
    await insertChange({ id, kind, personId, ...invited, role, reason, proposedBy: ctx.actor.personId, proposedAt: new Date() }, tx); // prettier-ignore
    return { objectId: id, detail: { person_id: personId, role }, result: id };
  });
}

interface OnChange {
  readonly ctx: StaffActContext;
  readonly input: { readonly id: string };
}

async function requireOpen(id: string, tx: Transaction): Promise<StaffChangeRow> {
  const change = await findChange(id, tx);
  if (!change) throw new ApiError('resource_not_found');
  if (change.confirmedAt || change.withdrawnAt) throw refuse('This proposal is no longer open.');
  return change;
}

async function invite(change: StaffChangeRow, ctx: StaffActContext, tx: Transaction): Promise<void> {
  const { id: changeId, email, name, role } = change;
  if (email === null || name === null || role === null) throw new Error('An invitation names somebody');
  if (await findPersonByEmail(email)) throw refuse('This address belongs to somebody by now.');
  const { url } = await createEnrolment({ tx, actor: ctx.actor, input: { email, name, role, changeId } });
  await sendMail(tx, {
    to: email,
    subject: 'Join Credicorp operations',
    paragraphs: [
      `Two admins invite you to the operations dashboard as ${role}. The link works once, for ${linkHours} hours; have an authenticator app at hand.`,
    ],
    link: { label: 'Set up your access', url },
  });
}

/**
 * Counts from the commit on: a role within a second everywhere, an invitation goes out by mail.
 *
 * @throws ApiError `invalid_state` for whoever proposed it or whom it is about, and when two admins would not remain.
 */
export function confirmStaffChange({ ctx, input }: OnChange): Promise<void> {
  const { personId } = ctx.actor;
  return actOnRecord({ ctx, act: 'staff.confirm_change', subject: input.id }, async (tx) => {
    const change = await requireOpen(input.id, tx);
    if (change.proposedBy === personId) throw refuse('You proposed this; a second admin confirms it.');
    if (change.personId === personId) throw refuse('This is about you; another admin confirms it.');
    if (change.personId !== null) {
      await requireTwoAdminsLeft(change.kind, await requirePresent(change.personId, tx), change.role, tx);
    }
    // The one of two who is first: the other finds it ended.
    if (!(await endChange(change.id, { confirmedBy: personId, confirmedAt: new Date() }, tx))) {
      throw refuse('This proposal is no longer open.');
    }
    if (change.kind === 'invite') await invite(change, ctx, tx);
    const { kind, proposedBy, personId: about, role } = change;
    return { objectId: change.id, detail: { kind, proposed_by: proposedBy, person_id: about, role }, result: undefined };
  }); // prettier-ignore
}

/** @throws ApiError `invalid_state` when it is no longer open. */
export function withdrawStaffChange({ ctx, input }: OnChange): Promise<void> {
  return actOnRecord({ ctx, act: 'staff.withdraw_change', subject: input.id }, async (tx) => {
    await requireOpen(input.id, tx);
    if (!(await endChange(input.id, { withdrawnBy: ctx.actor.personId, withdrawnAt: new Date() }, tx))) {
      throw refuse('This proposal is no longer open.');
    }
    return { objectId: input.id, detail: {}, result: undefined };
  });
}
