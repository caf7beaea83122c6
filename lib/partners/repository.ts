// Rows of partner accounts.
import { prisma, statement, type Transaction } from '@/lib/db';
import type { MemberRole } from '@/lib/auth';
import type { PartnerStatus } from './state';

/** Moves the partner to `to` when it is in one of `from`. @returns whether it did. */
export async function updateStatus(
  id: string,
  from: readonly PartnerStatus[],
  to: PartnerStatus,
  tx: Transaction,
): Promise<boolean> {
  const changed = await tx.prisma.partner.updateMany({
    where: { id, status: { in: [...from] } },
    data: { status: to },
  });
  return changed.count === 1;
}

export async function insertPartner(tx: Transaction, row: { id: string; name: string }): Promise<void> {
  await tx.prisma.partner.create({ data: row });
}

// Members

export interface MemberRow {
  personId: string;
  email: string;
  name: string;
  role: MemberRole;
  hasTotp: boolean;
  createdAt: Date;
}

const members = statement<MemberRow, [string]>(
  'partner_members',
  `SELECT m.person_id AS "personId", p.email, p.name, m.role, p.totp_secret_encrypted IS NOT NULL AS "hasTotp",
     m.created_at AS "createdAt"
   FROM partner_members m JOIN people p ON p.id = m.person_id WHERE m.partner_id = $1 ORDER BY m.created_at, p.email`,
);

export const findMembers = (partnerId: string): Promise<MemberRow[]> => members.all([partnerId]);

export async function findMemberRole(
  partnerId: string,
  personId: string,
  tx: Transaction,
): Promise<MemberRole | undefined> {
  const row = await tx.prisma.partnerMember.findUnique({
    where: { partnerId_personId: { partnerId, personId } },
  });
  return row?.role;
}

export async function insertMember(
  tx: Transaction,
  row: { partnerId: string; personId: string; role: MemberRole },
): Promise<boolean> {
  return (await tx.prisma.partnerMember.createMany({ data: [row], skipDuplicates: true })).count === 1;
}

const updateRole = statement<never, [string, string, MemberRole, MemberRole]>(
  'partner_member_role',
  `UPDATE partner_members SET role = $4::member_role
   WHERE partner_id = $1 AND person_id = $2 AND role = $3::member_role`,
);
const remove = statement<never, [string, string, MemberRole]>(
  'partner_member_remove',
  'DELETE FROM partner_members WHERE partner_id = $1 AND person_id = $2 AND role = $3::member_role',
);

const lastOwner = 'partner_members_last_owner';

/** What the database said to a change that would leave an account without an owner. */
async function keepingAnOwner(changed: Promise<number>): Promise<boolean | 'last_owner'> {
  try {
    return (await changed) === 1;
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint === lastOwner) return 'last_owner';
    throw error;
  }
}

/** @returns whether the member still had the role `from`. */
export const updateMemberRole = (partnerId: string, personId: string, from: MemberRole, to: MemberRole, tx: Transaction) =>
  keepingAnOwner(updateRole.run([partnerId, personId, from, to], tx)); // prettier-ignore

/** @returns whether the member still had the role `role`. */
export const deleteMember = (partnerId: string, personId: string, role: MemberRole, tx: Transaction) =>
  keepingAnOwner(remove.run([partnerId, personId, role], tx));

// Invitations

export function findOpenInvitations(partnerId: string) {
  return prisma().invitation.findMany({
    where: { partnerId, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
  });
}

/** A new invitation replaces an open one of the same address. */
export async function insertInvitation(
  tx: Transaction,
  row: { id: string; partnerId: string; email: string; role: MemberRole; tokenHash: Uint8Array<ArrayBuffer>; invitedById: string; expiresAt: Date }, // prettier-ignore
): Promise<void> {
  await tx.prisma.$queryRaw`SELECT 1 FROM partners WHERE id = ${row.partnerId} FOR UPDATE`;
  await tx.prisma.invitation.updateMany({
    where: { partnerId: row.partnerId, email: row.email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  await tx.prisma.invitation.create({ data: row });
}

export function findInvitation(tokenHash: Uint8Array<ArrayBuffer>) {
  return prisma().invitation.findFirst({
    where: { tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    include: { partner: { select: { name: true } } },
  });
}

/** @returns whether it was open. */
export async function endInvitation(
  id: string,
  partnerId: string,
  end: 'acceptedAt' | 'revokedAt',
  tx: Transaction,
): Promise<boolean> {
  const { count } = await tx.prisma.invitation.updateMany({
    where: { id, partnerId, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    data: { [end]: new Date() },
  });
  return count === 1;
}

// Sign-ups

export interface SignUpRow {
  readonly id: string;
  readonly browserHash: Uint8Array<ArrayBuffer>;
  readonly linkHash: Uint8Array<ArrayBuffer>;
  readonly codeHmac: Uint8Array<ArrayBuffer>;
  readonly email: string;
  readonly name: string;
  readonly companyName: string;
  readonly passwordHash: string;
  readonly isKnown: boolean;
  readonly expiresAt: Date;
}

export async function insertSignUp(tx: Transaction, row: SignUpRow): Promise<void> {
  await tx.prisma.signUp.create({ data: row });
}

type SignUpKey =
  { readonly browserHash: Uint8Array<ArrayBuffer> } | { readonly linkHash: Uint8Array<ArrayBuffer> };

/** A sign-up that still waits. */
export function findSignUp(key: SignUpKey): Promise<SignUpRow | null> {
  return prisma().signUp.findFirst({ where: { ...key, expiresAt: { gt: new Date() } } });
}

const mostAttempts = 5;

/** Counts a try with a code. @returns false when there were too many. */
export async function countAttempt(id: string): Promise<boolean> {
  const { count } = await prisma().signUp.updateMany({
    where: { id, attempts: { lt: mostAttempts } },
    data: { attempts: { increment: 1 } },
  });
  return count === 1;
}

/** Renews code and link. */
export async function renewSignUp(
  tx: Transaction,
  id: string,
  secrets: Pick<SignUpRow, 'codeHmac' | 'linkHash' | 'expiresAt'>,
): Promise<void> {
  await tx.prisma.signUp.update({ where: { id }, data: { ...secrets, attempts: 0 } });
}

/** Takes the sign-up away. @returns whether it was still there: of two that verify at once, one goes on. */
export async function takeSignUp(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.prisma.signUp.deleteMany({ where: { id } })).count === 1;
}

/** Locks the project. @returns whether it has no application yet, so that a repeated job adds nothing. */
export async function claimSampleData(tx: Transaction, projectId: string): Promise<boolean> {
  await tx.prisma.$queryRaw`SELECT 1 FROM projects WHERE id = ${projectId} FOR UPDATE`;
  return (await tx.prisma.application.count({ where: { projectId } })) === 0;
}
