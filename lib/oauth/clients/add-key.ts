// Registers a public key for `private_key_jwt`. At most four live ones; a constraint says so too.
import { ApiError } from '@/lib/core/errors';
import type { ActContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { algorithmOf, requireUsableKey, thumbprintOf, type ClientPublicJwk } from './public-key';
import { recordClientChange } from './record-change';
import { insertCredential } from './repository';
import { requireClient, type ClientReference } from './require-client';

const maximumKeys = 4;

export interface AddKeyInput extends ClientReference {
  /** As `publicJwkSchema` parsed it. */
  readonly publicJwk: ClientPublicJwk;
}

/**
 * @returns the key's id, `key_…`.
 * @throws ApiError `invalid_state` when the client has four live keys, `invalid_value` for a key that cannot be
 *   used, `resource_not_found` for an unknown, revoked or foreign client.
 */
export async function addKey({ ctx, input }: { ctx: ActContext; input: AddKeyInput }): Promise<string> {
  requireUsableKey(input.publicJwk);
  await requireClient(input, ctx.tx);
  const id = newId('key');
  const credential = {
    id,
    clientId: input.clientId,
    kind: 'public_key' as const,
    publicJwk: input.publicJwk,
    hint: thumbprintOf(input.publicJwk),
  };
  if (!(await insertCredential(credential, maximumKeys, ctx.tx))) {
    throw new ApiError('invalid_state', {
      message: `A client has at most ${maximumKeys} live keys; revoke one first.`,
    });
  }
  await recordClientChange(ctx, input, 'client.add_key', id, { alg: algorithmOf(input.publicJwk) });
  return id;
}
