// Changes what the tokens of a client may have at most. Tokens that live keep theirs until they expire.
import type { ActContext } from '@/lib/core/context';
import { fieldError } from '@/lib/core/field-errors';
import type { Scope } from '@/lib/core/scopes';
import { recordClientChange } from './record-change';
import { updateScopes } from './repository';
import { requireClient, type ClientReference } from './require-client';

/** @throws ApiError `invalid_value` for no scope at all, `resource_not_found`. */
export async function changeScopes({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: ClientReference & { readonly scopes: readonly Scope[] };
}): Promise<void> {
  if (input.scopes.length === 0)
    throw fieldError('invalid_value', 'scopes', 'A client has at least one scope.');
  await requireClient(input, ctx.tx);
  await updateScopes(input.clientId, [...new Set(input.scopes)], ctx.tx);
  await recordClientChange(ctx, input, 'client.change_scopes', input.clientId, { scopes: input.scopes });
}
