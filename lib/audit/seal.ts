// The sealing job: puts the entries of ordinary acts into their chains. Partners' writes need not wait for each other
// to be chained, so their entries are sealed after the commit, in batches (ADR 0012).
import { firstIdAt } from '@/lib/core/ids';
import { withTransaction } from '@/lib/db';
import { findUnsealed, readSealedThrough, sealEntries, writeSealedThrough } from './repository';

const batch = 500;
/** An entry's id is older than its commit by a transaction at most (25 s); clocks of several servers differ. */
const overlapMs = 10 * 60_000;

/**
 * Seals every entry that is committed and not sealed yet. Safe to run twice at once: an entry is sealed once
 * (unique index), and the run that comes second fails and is repeated by the queue.
 *
 * @returns how many it sealed.
 */
export async function sealAuditEntries(): Promise<number> {
  const startedAt = Date.now();
  const firstId = firstIdAt('aud', (await readSealedThrough()) - overlapMs);
  let sealed = 0;
  for (;;) {
    const ids = await withTransaction(async (tx) => {
      const unsealed = await findUnsealed({ firstId }, batch, tx);
      if (unsealed.length > 0) await sealEntries(unsealed, tx);
      return unsealed;
    });
    sealed += ids.length;
    if (ids.length < batch) break;
  }
  await writeSealedThrough(startedAt);
  return sealed;
}
