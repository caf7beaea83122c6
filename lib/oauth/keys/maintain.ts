// The schedule of the keys, and what the token plane leaves behind. Jobs call these daily; twice does no harm.
import { eraseChangesOlderThan } from '@/lib/control-feed';
import { eraseSpentAssertions } from '../clients/repository';
import { ensureSigningKeys, isCurrent, isNext } from './ensure';
import { eraseRemovedKeys } from './repository';
import { jwksMaxAgeSeconds, rotateSigningKeys } from './rotate';

const rotateAfterSeconds = 30 * 24 * 3_600;
const keepChangesHours = 24;

/** Rotates keys that have signed for 30 days; erases those that left the JWKS. @returns whether it rotated. */
export async function maintainSigningKeys(): Promise<boolean> {
  const keys = await ensureSigningKeys();
  const old = keys.some((key) => isCurrent(key) && (key.signing_seconds ?? 0) > rotateAfterSeconds);
  const ready = keys.some((key) => isNext(key) && key.age_seconds >= jwksMaxAgeSeconds);
  if (old && ready) await rotateSigningKeys({ job: 'oauth.maintain_signing_keys' });
  await eraseRemovedKeys();
  return old && ready;
}

/** Erases spent assertions and control changes that no living token can match any more. */
export async function eraseExpired(): Promise<void> {
  await eraseSpentAssertions();
  await eraseChangesOlderThan(keepChangesHours);
}
