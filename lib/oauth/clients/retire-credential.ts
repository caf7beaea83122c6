// Retires a secret or key by hand: it mints no more, the tokens it minted live until they expire.
import { ApiError } from '@/lib/core/errors';
import type { ActContext } from '@/lib/core/context';
import { recordClientChange } from './record-change';
import { retireCredentialRow } from './repository';
import { requireClient, type ClientReference } from './require-client';

export interface CredentialReference extends ClientReference {
  /** `sec_…` or `key_…`. */
  readonly credentialId: string;
}

/** @throws ApiError `resource_not_found` unless it is a live credential of a live client of the project. */
export async function retireCredential({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: CredentialReference;
}): Promise<void> {
  await requireClient(input, ctx.tx);
  if (!(await retireCredentialRow(input.credentialId, input.clientId, ctx.tx))) {
    throw new ApiError('resource_not_found');
  }
  await recordClientChange(ctx, input, 'client.retire_credential', input.credentialId);
}
