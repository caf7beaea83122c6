// Revokes a credential or a whole client: what it minted is dead everywhere within a second (contract §2).
import { ApiError } from '@/lib/core/errors';
import type { ActContext } from '@/lib/core/context';
import { publishRevocation, recordClientChange } from './record-change';
import { revokeClientRow, revokeCredentialRow } from './repository';
import type { CredentialReference } from './retire-credential';
import { requireClient, type ClientReference } from './require-client';

/** Revokes a secret or key, also a retired one. @throws ApiError `resource_not_found` when there is none to revoke. */
export async function revokeCredential({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: CredentialReference;
}): Promise<void> {
  await requireClient(input, ctx.tx);
  if (!(await revokeCredentialRow(input.credentialId, input.clientId, ctx.tx))) {
    throw new ApiError('resource_not_found');
  }
  await publishRevocation(ctx, 'credential_revoked', input.projectId, input.credentialId);
  await recordClientChange(ctx, input, 'client.revoke_credential', input.credentialId);
}

/** Revokes a client with all of its credentials, for good. @throws ApiError `resource_not_found`. */
export async function revokeClient({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: ClientReference;
}): Promise<void> {
  await requireClient(input, ctx.tx);
  if (!(await revokeClientRow(input.clientId, ctx.tx))) throw new ApiError('resource_not_found');
  await publishRevocation(ctx, 'client_revoked', input.projectId, input.clientId);
  await recordClientChange(ctx, input, 'client.revoke', input.clientId);
}
