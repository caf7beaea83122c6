// Invitations to an account: a link by mail, good once and for seven days.
import { ApiError } from '@/lib/core/errors';
import { fieldError } from '@/lib/core/field-errors';
import { newId } from '@/lib/core/ids';
import { recordAudit } from '@/lib/audit';
import { findPersonByEmail, hashPassword, hashToken, insertPerson, newToken, requireGoodPassword, requireTryFor, provePerson, startSession, mailPolicy, type Caller, type MemberRole } from '@/lib/auth'; // prettier-ignore
import { withTransaction } from '@/lib/db';
import { environment } from '@/lib/env';
import { sendMail } from '@/lib/mail';
import { endInvitation, findInvitation, insertInvitation, insertMember } from './repository';
import { recordTeamAct, requireRank, type TeamContext } from './team';

const linkDays = 7;

/** @returns the invitation's id. @throws ApiError `role_insufficient` for a role above one's own. */
export async function inviteMember(call: {
  readonly ctx: TeamContext;
  readonly input: { readonly email: string; readonly role: MemberRole };
}): Promise<string> {
  const { ctx, input: { email, role } } = call; // prettier-ignore
  requireRank(ctx.session, role);
  await requireTryFor(mailPolicy, `invite\n${ctx.partnerId}`);
  const id = newId('inv');
  const { token, hash } = newToken();
  const expiresAt = new Date(Date.now() + linkDays * 24 * 3_600_000);
  await insertInvitation(ctx.tx, { id, partnerId: ctx.partnerId, email, role, tokenHash: hash, invitedById: ctx.session.person.id, expiresAt }); // prettier-ignore
  await recordTeamAct(ctx, 'member.invite', id, { role });
  await sendMail(ctx.tx, {
    to: email,
    subject: `Join ${ctx.session.partner.name}`,
    paragraphs: [`${ctx.session.person.name} invites you to the partner account of ${ctx.session.partner.name}. The link works once, for ${linkDays} days.`],
    link: { label: 'Accept the invitation', url: `${environment().appUrl}/accept-invitation?token=${token}` },
  }); // prettier-ignore
  return id;
}

/** @throws ApiError `resource_not_found` for an invitation that is not open, or another account's. */
export async function revokeInvitation(call: {
  readonly ctx: TeamContext;
  readonly input: { readonly id: string };
}): Promise<void> {
  const { ctx, input: { id } } = call; // prettier-ignore
  if (!(await endInvitation(id, ctx.partnerId, 'revokedAt', ctx.tx)))
    throw new ApiError('resource_not_found');
  await recordTeamAct(ctx, 'member.revoke_invitation', id);
}

const dead = () =>
  fieldError(
    'invalid_value',
    'token',
    'This invitation was used, withdrawn or is too old. Ask for a new one.',
  );

/** What the page of the link shows; null for a link that is dead. Whoever holds the link received the mail. */
export async function readInvitation(token: string) {
  const row = await findInvitation(hashToken(token));
  if (!row) return null;
  const { email, role, partner } = row;
  return { email, role, partner_name: partner.name, has_account: (await findPersonByEmail(email)) !== null };
}

/** Makes the person, or lets the one who has an account prove himself by signing in. */
async function personOf(email: string, input: AcceptInput, caller: Caller) {
  const known = await findPersonByEmail(email);
  if (known) {
    // Staff judge partners; they are none.
    await provePerson({ input: { ...input, email }, caller, accepts: ({ staffRole }) => staffRole === null });
    return { id: known.id, isNew: false, passwordHash: '' };
  }
  if (!input.name) throw fieldError('parameter_missing', 'name', 'Enter your name.');
  requireGoodPassword(input.password, { hasSecondFactor: false, email });
  return { id: newId('usr'), isNew: true, passwordHash: await hashPassword(input.password) };
}

interface AcceptInput {
  readonly token: string;
  readonly name?: string | undefined;
  readonly password: string;
  readonly code?: string | undefined;
}

/** @returns the token of a session in the account. @throws ApiError `invalid_value`, and those of `provePerson`. */
export async function acceptInvitation(call: {
  readonly input: AcceptInput;
  readonly caller: Caller;
}): Promise<{ sessionToken: string; partnerId: string }> {
  const { input, caller } = call;
  await requireTryFor({ ...mailPolicy, name: 'accept' }, caller.address);
  const invitation = await findInvitation(hashToken(input.token));
  if (!invitation) throw dead();
  const { email, partnerId, role } = invitation;
  const person = await personOf(email, input, caller);
  return withTransaction(async (tx) => {
    if (!(await endInvitation(invitation.id, partnerId, 'acceptedAt', tx))) throw dead();
    const { id: personId, passwordHash, isNew } = person;
    if (isNew && !(await insertPerson(tx, { id: personId, email, name: input.name ?? email, passwordHash })))
      throw dead();
    await insertMember(tx, { partnerId, personId, role });
    const { id: sessionId, token } = await startSession(tx, { kind: 'partner', personId, partnerId, caller, method: 'invitation' }); // prettier-ignore
    const actor = { kind: 'person', personId, sessionId } as const;
    await recordAudit(tx, { stream: partnerId, actor, act: 'member.join', objectId: personId, requestId: caller.requestId, detail: { role } }); // prettier-ignore
    return { sessionToken: token, partnerId };
  });
}
