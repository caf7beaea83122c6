// Erases deliveries and their attempts once their events are no longer listed.
import { eraseDeliveriesOlderThan } from './repository/dispatch';
import { retentionMs } from './retention';

const batch = 5_000;

/** @returns how many deliveries were erased. */
export async function eraseOldDeliveries(): Promise<number> {
  let erased = 0;
  for (;;) {
    const count = await eraseDeliveriesOlderThan(retentionMs / 1_000, batch);
    erased += count;
    if (count < batch) return erased;
  }
}
