// How somebody becomes staff: a one-time link, opened once to set a password and an authenticator app. The first two
// admins get theirs from the server's command line; everybody after them by mail, once two admins agree (changes.ts).
import { ApiError } from '@/lib/core/errors';
import { fieldError } from '@/lib/core/field-errors';
import { newId } from '@/lib/core/ids';
import type { Actor } from '@/lib/core/actor';
import { recordAudit } from '@/lib/audit';
import { emailSchema, hashPassword, hashToken, insertPerson, mailPolicy, newToken, newTotpSecret, openTotpSecret, requireGoodPassword, requireTryFor, sealTotpSecret, startSession, totpStepOf, totpUri, type Caller, type StaffRole } from '@/lib/auth'; // prettier-ignore
import { withTransaction, type Transaction } from '@/lib/db';
import { environment } from '@/lib/env';
import { countAdmins, findEnrolment, insertEnrolment, insertStaffMember, spendEnrolment } from './repository';

export const linkHours = 24;
const firstAdmins = 2;

export interface EnrolmentLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** Makes a link in the transaction that decides on it: the command's, or that of two admins. */
export async function createEnrolment(call: {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly input: {
    readonly email: string;
    readonly name: string;
    readonly role: StaffRole;
    /** The confirmed invitation; left out for the first two admins. */
    readonly changeId?: string;
  };
}): Promise<EnrolmentLink> {
  const { tx, actor, input } = call;
  const id = newId('enr');
  const { token, hash } = newToken();
  const expiresAt = new Date(Date.now() + linkHours * 3_600_000);
  const totpPendingEncrypted = sealTotpSecret(newTotpSecret(), id);
  const email = emailSchema.parse(input.email);
  await insertEnrolment(tx, { id, ...input, email, tokenHash: hash, totpPendingEncrypted, expiresAt });
  await recordAudit(tx, { stream: 'platform', actor, act: 'staff.invite', objectId: id, detail: { role: input.role } }); // prettier-ignore
  return { url: `${environment().appUrl}/ops/enrol?token=${token}`, expiresAt };
}

/** `npm run staff:create`. @throws ApiError `invalid_state` once there are two admins, or links for them. */
export function createFirstAdmin(input: {
  readonly email: string;
  readonly name: string;
}): Promise<EnrolmentLink> {
  return withTransaction(async (tx) => {
    const { enrolled, invited } = await countAdmins(tx);
    if (enrolled + invited >= firstAdmins) {
      throw new ApiError('invalid_state', {
        message:
          'There are two admins, or links for them. Further staff are added by two admins in the dashboard.',
      });
    }
    const actor = { kind: 'system', job: 'command.staff_create' } as const;
    return createEnrolment({ tx, actor, input: { ...input, role: 'admin' } });
  });
}

const dead = () =>
  fieldError('invalid_value', 'token', 'This link was used or is too old. Ask an admin for a new one.');

/** What the page of the link shows: who it is for, and the secret for his authenticator app. */
export async function readEnrolment(call: { readonly token: string; readonly caller: Caller }) {
  await requireTryFor({ ...mailPolicy, name: 'enrol' }, call.caller.address);
  const row = await findEnrolment(hashToken(call.token));
  if (!row?.totpPendingEncrypted) throw dead();
  const secret = openTotpSecret(row.totpPendingEncrypted, row.id);
  return {
    email: row.email,
    name: row.name,
    role: row.role,
    totp: { secret, uri: totpUri(secret, row.email) },
  };
}

/**
 * Becomes staff.
 *
 * @returns the token of a session.
 * @throws ApiError `invalid_value` on `token`, `password` or `code`, `rate_limited`.
 */
export async function completeEnrolment(call: {
  readonly input: { readonly token: string; readonly password: string; readonly code: string };
  readonly caller: Caller;
}): Promise<{ sessionToken: string }> {
  const { input: { token, password, code }, caller } = call; // prettier-ignore
  await requireTryFor({ ...mailPolicy, name: 'enrol' }, caller.address);
  const row = await findEnrolment(hashToken(token));
  if (!row?.totpPendingEncrypted) throw dead();
  const { email, name, role } = row;
  requireGoodPassword(password, { hasSecondFactor: true, email });
  const secret = openTotpSecret(row.totpPendingEncrypted, row.id);
  if (totpStepOf(secret, code.replaceAll(' ', '')) === undefined) {
    throw fieldError(
      'invalid_value',
      'code',
      'That code is not right. Check the app and the time of your phone.',
    );
  }
  const passwordHash = await hashPassword(password);
  const id = newId('usr');
  return withTransaction(async (tx) => {
    const person = { id, email, name, passwordHash, totpSecretEncrypted: sealTotpSecret(secret, id) };
    // An address that a partner uses never becomes staff.
    if (!(await spendEnrolment(tx, row.id)) || !(await insertPerson(tx, person))) throw dead();
    await insertStaffMember(tx, id, role);
    const session = await startSession(tx, { kind: 'staff', personId: id, partnerId: null, caller, method: 'enrolment' }); // prettier-ignore
    const actor = { kind: 'staff', personId: id, sessionId: session.id } as const;
    await recordAudit(tx, { stream: 'platform', actor, act: 'staff.enrol', objectId: id, requestId: caller.requestId, detail: { role } }); // prettier-ignore
    return { sessionToken: session.token };
  });
}
