// Rows of partner accounts.
import type { Transaction } from '@/lib/db';
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
