// Rows of staff and of the links by which they enrol.
import { prisma, type Transaction } from '@/lib/db';
import type { StaffRole } from '@/lib/auth';

export interface NewEnrolment {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly tokenHash: Uint8Array<ArrayBuffer>;
  readonly totpPendingEncrypted: Uint8Array<ArrayBuffer>;
  readonly expiresAt: Date;
  readonly changeId?: string;
}

/** Admins there are, and may become by open links. Whoever counts at the same time waits. */
export async function countAdmins(tx: Transaction): Promise<{ enrolled: number; invited: number }> {
  await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('staff admins'))`;
  const enrolled = await tx.prisma.staffMember.count({ where: { role: 'admin' } });
  const invited = await tx.prisma.staffEnrolment.count({
    where: { role: 'admin', usedAt: null, expiresAt: { gt: new Date() } },
  });
  return { enrolled, invited };
}

export async function insertEnrolment(tx: Transaction, row: NewEnrolment): Promise<void> {
  await tx.prisma.staffEnrolment.create({ data: row });
}

export function findEnrolment(tokenHash: Uint8Array<ArrayBuffer>) {
  return prisma().staffEnrolment.findFirst({
    where: { tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
  });
}

/** @returns whether the link was unused. */
export async function spendEnrolment(tx: Transaction, id: string): Promise<boolean> {
  const { count } = await tx.prisma.staffEnrolment.updateMany({
    where: { id, usedAt: null },
    data: { usedAt: new Date() },
  });
  return count === 1;
}

export async function insertStaffMember(tx: Transaction, personId: string, role: StaffRole): Promise<void> {
  await tx.prisma.staffMember.create({ data: { personId, role } });
}

/** People by id, whether they are staff still or not. */
export function findPeopleNames(ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return prisma().person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
}

export interface StaffChangeRow {
  readonly id: string;
  readonly kind: 'invite' | 'change_role' | 'remove';
  readonly personId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly role: StaffRole | null;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
}

type NewChange = Omit<StaffChangeRow, 'confirmedBy' | 'confirmedAt' | 'withdrawnBy' | 'withdrawnAt'>;

export async function insertChange(row: NewChange, tx: Transaction): Promise<void> {
  await tx.prisma.staffChange.create({ data: row });
}

export function findChange(id: string, tx: Transaction): Promise<StaffChangeRow | null> {
  return tx.prisma.staffChange.findUnique({ where: { id } });
}

const isOpen = { confirmedAt: null, withdrawnAt: null };

export async function hasOpenChange(
  { personId, email }: Pick<StaffChangeRow, 'personId' | 'email'>,
  tx: Transaction,
): Promise<boolean> {
  const about = personId === null ? { email } : { personId };
  return (await tx.prisma.staffChange.count({ where: { ...about, ...isOpen } })) > 0;
}

/** @returns whether it was open. A confirmed change is applied by the database, with this statement. */
export async function endChange(
  id: string,
  end: { readonly confirmedBy: string; readonly confirmedAt: Date } | { readonly withdrawnBy: string; readonly withdrawnAt: Date }, // prettier-ignore
  tx: Transaction,
): Promise<boolean> {
  const { count } = await tx.prisma.staffChange.updateMany({ where: { id, ...isOpen }, data: end });
  return count === 1;
}

export async function findStaffRole(personId: string, tx: Transaction): Promise<StaffRole | null> {
  return (await tx.prisma.staffMember.findUnique({ where: { personId } }))?.role ?? null;
}

export function listMembers() {
  return prisma().staffMember.findMany({
    include: { person: { select: { name: true, email: true, _count: { select: { passkeys: true } } } } },
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
  });
}

const mostChanges = 200;

/** Newest first. */
export function listChanges(): Promise<StaffChangeRow[]> {
  return prisma().staffChange.findMany({ orderBy: { id: 'desc' }, take: mostChanges });
}
