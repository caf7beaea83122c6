// Erases deliveries and their attempts once their events are no longer listed, and drills of that age.
import { eraseDeliveriesOlderThan } from './repository/dispatch';
import { eraseDrillsOlderThan } from './repository/drills';
import { retentionMs } from './retention';

const batch = 5_000;

/** @returns how many deliveries were erased. */
export async function eraseOldDeliveries(): Promise<number> {
  await eraseDrillsOlderThan(retentionMs / 1_000);
  let erased = 0;
  for (;;) {
    const count = await eraseDeliveriesOlderThan(retentionMs / 1_000, batch);
    erased += count;
    if (count < batch) return erased;
  }
}
