// The schedule of the keys, and what the token plane leaves behind. A job calls it daily; twice does no harm.
import { withTransaction } from '@/lib/db';
import { eraseChangesOlderThan } from '@/lib/control-feed';
import { eraseSpentAssertions } from '../clients/repository';
import { ensureSigningKeys, isCurrent, isNext } from './ensure';
import { eraseRemovedKeys } from './repository';
import { jwksMaxAgeSeconds, rotateSigningKeys } from './rotate';

const rotateAfterSeconds = 30 * 24 * 3_600;
const keepChangesHours = 24;

/** Rotates keys that have signed for 30 days; erases removed keys, spent assertions and old feed rows. */
export async function maintainSigningKeys(): Promise<{ rotated: boolean }> {
  const keys = await ensureSigningKeys();
  const old = keys.some((key) => isCurrent(key) && (key.signing_seconds ?? 0) > rotateAfterSeconds);
  const ready = keys.some((key) => isNext(key) && key.age_seconds >= jwksMaxAgeSeconds);
  if (old && ready) {
    const actor = { kind: 'system', job: 'oauth.maintain-signing-keys' } as const;
    await withTransaction((tx) => rotateSigningKeys({ ctx: { tx, actor } }));
  }
  await eraseRemovedKeys();
  await eraseSpentAssertions();
  await eraseChangesOlderThan(keepChangesHours);
  return { rotated: old && ready };
}
