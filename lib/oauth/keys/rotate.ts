// Rotation (contract §2 Keys): next becomes current, a new next is published, the old one stays in the JWKS
// until the last token it signed is dead.
import { assert } from '@/lib/core/assert';
import { longestTokenLifeMs } from '@/lib/core/tokens';
import { recordAudit } from '@/lib/audit';
import { publishChange } from '@/lib/control-feed';
import { withTransaction, type Transaction } from '@/lib/db';
import {
  activateKey,
  insertSigningKey,
  lockSigningKeys,
  retireCurrentKey,
  selectPublishedKeys,
} from './repository';
import { ensureSigningKeys, isNext } from './ensure';
import { makeSigningKey } from './signing-key';

/** `max-age` of the JWKS: a verifier may not know a key that is younger. */
export const jwksMaxAgeSeconds = 600;

/** The rotation was refused. `message` is one sentence for the operator. */
export class RotationRefused extends Error {
  override readonly name = 'RotationRefused';
}

interface RotationOptions {
  /** Take the next key even when verifiers may not have seen it yet. */
  readonly emergency?: boolean;
  /** Who rotates, for the audit trail. */
  readonly job?: string;
}

/**
 * Rotates the signing keys, in a transaction of its own.
 *
 * @returns the `kid` that signs from now on.
 * @throws RotationRefused when the next key is younger than the JWKS max-age.
 */
export async function rotateSigningKeys(options: RotationOptions = {}): Promise<string> {
  await ensureSigningKeys();
  return withTransaction((tx) => rotate(tx, options));
}

async function rotate(
  tx: Transaction,
  { emergency = false, job = 'keys.rotate' }: RotationOptions,
): Promise<string> {
  await lockSigningKeys(tx);
  const next = (await selectPublishedKeys(tx)).find(isNext);
  assert(next, 'there is a next key while the keys are locked');
  if (next.age_seconds < jwksMaxAgeSeconds && !emergency) {
    const wait = Math.ceil(jwksMaxAgeSeconds - next.age_seconds);
    throw new RotationRefused(
      `The next key was published ${Math.floor(next.age_seconds)} s ago; verifiers may not know it for another ${wait} s. --emergency rotates all the same.`,
    );
  }
  await retireCurrentKey(longestTokenLifeMs / 1000, tx);
  await activateKey(next.kid, tx);
  await insertSigningKey(makeSigningKey(), false, tx);
  await publishChange(tx, {
    kind: 'signing_keys_changed',
    projectId: null,
    subject: next.kid,
    expiresAt: null,
  });
  await recordAudit(tx, {
    stream: 'platform',
    actor: { kind: 'system', job },
    act: 'signing_keys.rotate',
    objectId: next.kid,
    detail: { emergency },
  });
  return next.kid;
}
