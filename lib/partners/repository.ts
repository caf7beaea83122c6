// Rows of partner accounts.
import type { Transaction } from '@/lib/db';
import type { PartnerStatus } from './state';

export async function insertPartner(partner: { id: string; name: string }, tx: Transaction): Promise<void> {
  await tx.prisma.partner.create({ data: partner });
}

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
