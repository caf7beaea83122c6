// The people of an account and what they may do (product: Team). Nobody gives or takes a role above his own.
import { ApiError } from '@/lib/core/errors';
import type { PersonActor } from '@/lib/core/actor';
import { recordAudit } from '@/lib/audit';
import { roleAtLeast, type ConsoleSession, type MemberRole } from '@/lib/auth';
import type { Transaction } from '@/lib/db';
import {
  deleteMember,
  findMemberRole,
  findMembers,
  findOpenInvitations,
  updateMemberRole,
} from './repository';

export interface TeamContext {
  readonly tx: Transaction;
  readonly session: ConsoleSession;
  readonly actor: PersonActor;
  readonly partnerId: string;
  readonly requestId: string;
}

export async function recordTeamAct(
  ctx: TeamContext,
  act: string,
  objectId: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await recordAudit(ctx.tx, { stream: ctx.partnerId, actor: ctx.actor, act, objectId, requestId: ctx.requestId, detail }); // prettier-ignore
}

/** @throws ApiError `role_insufficient` for a role above the session's own. */
export function requireRank(session: ConsoleSession, role: MemberRole): void {
  if (roleAtLeast(session.role, role)) return;
  throw new ApiError('role_insufficient', { message: `Only an owner may do this to an ${role}.` });
}

const lastOwner = () =>
  new ApiError('invalid_state', {
    message: 'An account keeps at least one owner. Make somebody else an owner first.',
  });

async function requireMember(ctx: TeamContext, personId: string): Promise<MemberRole> {
  const role = await findMemberRole(ctx.partnerId, personId, ctx.tx);
  if (!role) throw new ApiError('resource_not_found');
  return role;
}

function requireDone(done: boolean | 'last_owner'): void {
  if (done === 'last_owner') throw lastOwner();
  if (!done) throw new ApiError('invalid_state', { message: 'The role has changed meanwhile. Look again.' });
}

export async function listTeam({ partnerId }: { readonly partnerId: string }) {
  const [members, invitations] = await Promise.all([findMembers(partnerId), findOpenInvitations(partnerId)]);
  return {
    members: members.map(({ personId, email, name, role, hasTotp, createdAt }) => ({ id: personId, email, name, role, has_totp: hasTotp, joined: createdAt.toISOString() })),
    invitations: invitations.map(({ id, email, role, createdAt, expiresAt }) => ({ id, email, role, created: createdAt.toISOString(), expires: expiresAt.toISOString() })),
  }; // prettier-ignore
}

/** @throws ApiError `resource_not_found`, `role_insufficient`, `invalid_state` for the last owner. */
export async function changeMemberRole(call: {
  readonly ctx: TeamContext;
  readonly input: { readonly personId: string; readonly role: MemberRole };
}): Promise<void> {
  const { ctx, input: { personId, role } } = call; // prettier-ignore
  const before = await requireMember(ctx, personId);
  requireRank(ctx.session, before);
  requireRank(ctx.session, role);
  requireDone(await updateMemberRole(ctx.partnerId, personId, before, role, ctx.tx));
  await recordTeamAct(ctx, 'member.change_role', personId, { from: before, to: role });
}

/** Ends a membership; his sessions in the account end with it. @throws as `changeMemberRole`. */
export async function removeMember(call: {
  readonly ctx: TeamContext;
  readonly input: { readonly personId: string };
}): Promise<void> {
  const { ctx, input: { personId } } = call; // prettier-ignore
  const before = await requireMember(ctx, personId);
  requireRank(ctx.session, before);
  requireDone(await deleteMember(ctx.partnerId, personId, before, ctx.tx));
  await recordTeamAct(ctx, personId === ctx.session.person.id ? 'member.leave' : 'member.remove', personId);
}
