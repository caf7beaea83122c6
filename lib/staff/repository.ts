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
}

/** Admins there are, and may become. Whoever counts at the same time waits. */
export async function countAdmins(tx: Transaction): Promise<number> {
  await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('staff admins'))`;
  const enrolled = await tx.prisma.staffMember.count({ where: { role: 'admin' } });
  const invited = await tx.prisma.staffEnrolment.count({
    where: { role: 'admin', usedAt: null, expiresAt: { gt: new Date() } },
  });
  return enrolled + invited;
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
