// Gives a client a secret. At most two live ones; a constraint says so too.
import { ApiError } from '@/lib/core/errors';
import type { ActContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { recordClientChange } from './record-change';
import { insertCredential } from './repository';
import { requireClient, type ClientReference } from './require-client';
import { secretHint, secretHmac, formatClientSecret } from './secret';

export const maximumSecrets = 2;

export interface NewSecret {
  /** `sec_…`. */
  readonly id: string;
  /** Shown once; only its HMAC is stored. */
  readonly secret: string;
}

export interface AddSecretInput extends ClientReference {
  /** Given by the seed: 32 bytes that the secret is spelled from. */
  readonly entropy?: Uint8Array;
}

/**
 * @throws ApiError `invalid_state` when the client has two live secrets, `resource_not_found` for an unknown,
 *   revoked or foreign client.
 */
export async function addSecret({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: AddSecretInput;
}): Promise<NewSecret> {
  const { livemode } = await requireClient(input, ctx.tx);
  const secret = formatClientSecret(livemode, input.entropy);
  const id = newId('sec');
  const credential = {
    id,
    clientId: input.clientId,
    kind: 'secret' as const,
    secretHmac: secretHmac(secret),
    hint: secretHint(secret),
  };
  if (!(await insertCredential(credential, maximumSecrets, ctx.tx))) {
    throw new ApiError('invalid_state', {
      message: `A client has at most ${maximumSecrets} live secrets; retire or revoke one first.`,
    });
  }
  await recordClientChange(ctx, input, 'client.add_secret', id);
  return { id, secret };
}
