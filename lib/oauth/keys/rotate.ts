// Rotation (contract §2 Keys): next becomes current, a new next is published, the old one stays in the JWKS
// until the last token it signed is dead.
import type { ActContext } from '@/lib/core/context';
import { longestTokenLifeMs } from '@/lib/core/tokens';
import { recordAudit } from '@/lib/audit';
import { publishChange } from '@/lib/control-feed';
import {
  activateKey,
  insertSigningKey,
  lockSigningKeys,
  retireCurrentKey,
  selectPublishedKeys,
} from './repository';
import { isNext } from './ensure';
import { makeSigningKey } from './signing-key';

/** `max-age` of the JWKS: a verifier may not know a key that is younger. */
export const jwksMaxAgeSeconds = 600;

/** The rotation was refused. `message` is one sentence for the operator. */
export class RotationRefused extends Error {
  override readonly name = 'RotationRefused';
}

export interface Rotation {
  /** Signs from now on. */
  readonly currentKid: string;
  /** Published now, signs after the next rotation. */
  readonly nextKid: string;
}

/**
 * Rotates the signing keys.
 *
 * @param input.emergency Take the next key even when verifiers may not have seen it yet.
 * @throws RotationRefused when the next key is younger than the JWKS max-age, or there is none.
 */
export async function rotateSigningKeys({
  ctx,
  input = {},
}: {
  ctx: ActContext;
  input?: { readonly emergency?: boolean };
}): Promise<Rotation> {
  const { tx } = ctx;
  await lockSigningKeys(tx);
  const next = (await selectPublishedKeys(tx)).find(isNext);
  if (!next) throw new RotationRefused('There is no next key yet; start the server once.');
  if (next.age_seconds < jwksMaxAgeSeconds && !input.emergency) {
    const wait = Math.ceil(jwksMaxAgeSeconds - next.age_seconds);
    throw new RotationRefused(
      `The next key was published ${Math.floor(next.age_seconds)} s ago; verifiers may not know it for another ${wait} s. --emergency rotates all the same.`,
    );
  }
  await retireCurrentKey(longestTokenLifeMs / 1000, tx);
  await activateKey(next.kid, tx);
  const successor = makeSigningKey();
  await insertSigningKey(successor, false, tx);
  await publishChange(tx, {
    kind: 'signing_keys_changed',
    projectId: null,
    subject: next.kid,
    expiresAt: null,
  });
  await recordAudit(tx, {
    stream: 'platform',
    actor: ctx.actor,
    act: 'signing_keys.rotate',
    objectId: next.kid,
    requestId: ctx.requestId,
    detail: { emergency: input.emergency === true },
  });
  return { currentKid: next.kid, nextKid: successor.publicJwk.kid };
}
