// Profiles, and what partners ask of staff.
import { prisma, type Transaction } from '@/lib/db';
import type { Prisma, ProjectRequest } from '@/lib/db/generated/client';

export const findProfile = (partnerId: string) =>
  prisma().partnerProfile.findUnique({ where: { partnerId } });

export async function upsertProfile(
  partnerId: string,
  fields: Omit<
    Prisma.PartnerProfileUncheckedCreateInput,
    'partnerId' | 'updatedAt' | 'verifiedAt' | 'verifiedBy'
  >,
  tx: Transaction,
): Promise<void> {
  await tx.prisma.partnerProfile.upsert({
    where: { partnerId },
    create: { partnerId, ...fields },
    update: { ...fields, updatedAt: new Date() },
  });
}

/** Marks the details as verified, if they are those of `updatedAt` still and nobody has. @returns whether it did. */
export async function markVerified(
  partnerId: string,
  mark: { readonly updatedAt: Date; readonly verifiedBy: string },
  tx: Transaction,
): Promise<boolean> {
  const changed = await tx.prisma.partnerProfile.updateMany({
    where: { partnerId, updatedAt: mark.updatedAt, verifiedAt: null },
    data: { verifiedAt: new Date(), verifiedBy: mark.verifiedBy },
  });
  return changed.count === 1;
}

/** Whether somebody has verified the details as they stand. */
export async function isVerified(partnerId: string, tx: Transaction): Promise<boolean> {
  const profile = await tx.prisma.partnerProfile.findUnique({ where: { partnerId } });
  return (profile?.verifiedAt ?? null) !== null;
}

/** @returns false when one of this kind is open already. */
export async function insertRequest(
  data: Prisma.ProjectRequestCreateManyInput,
  tx: Transaction,
): Promise<boolean> {
  const { count } = await tx.prisma.projectRequest.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

export function selectRequests(where: Prisma.ProjectRequestWhereInput): Promise<ProjectRequest[]> {
  return prisma().projectRequest.findMany({ where, orderBy: { id: 'desc' }, take: 100 });
}

export function findRequest(id: string, tx: Transaction): Promise<ProjectRequest | null> {
  return tx.prisma.projectRequest.findUnique({ where: { id } });
}

/** Decides an open request. @returns whether it was open. */
export async function decideRequest(
  id: string,
  decision: Pick<
    Prisma.ProjectRequestUncheckedUpdateManyInput,
    'status' | 'decidedBy' | 'note' | 'liveProject'
  >,
  tx: Transaction,
): Promise<boolean> {
  const changed = await tx.prisma.projectRequest.updateMany({
    where: { id, status: 'open' },
    data: { ...decision, decidedAt: new Date() },
  });
  return changed.count === 1;
}

export type NewRequest = Prisma.ProjectRequestCreateManyInput;
/** What JSON the evidence may be. */
export type Evidence = Prisma.InputJsonObject;
