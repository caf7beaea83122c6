// Registers a client of a project (contract §2), with its first secret unless it will use keys alone.
import { ApiError } from '@/lib/core/errors';
import type { ActContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/core/scopes';
import { fieldError } from '@/lib/core/field-errors';
import { addSecret, type NewSecret } from './add-secret';
import { recordClientChange } from './record-change';
import { insertClient, selectLivemode } from './repository';

export interface CreateClientInput {
  readonly projectId: string;
  readonly name: string;
  /** At least one; the most a token of this client can have. */
  readonly scopes: readonly Scope[];
  /** Given by the seed, whose ids stay the same. */
  readonly id?: string;
  /** Given by the seed: 32 bytes that the secret is spelled from. */
  readonly secretEntropy?: Uint8Array;
  /** Default true. */
  readonly withSecret?: boolean;
}

/** @returns the client's id and, once and never again, its secret. */
export async function createClient({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: CreateClientInput;
}): Promise<{ clientId: string; secret: NewSecret | undefined }> {
  const { projectId } = input;
  if (input.scopes.length === 0)
    throw fieldError('invalid_value', 'scopes', 'A client has at least one scope.');
  const livemode = await selectLivemode(projectId, ctx.tx);
  if (livemode === null) throw new ApiError('resource_not_found');
  const clientId = input.id ?? newId(livemode ? 'cid_live' : 'cid_sbx');
  await insertClient(
    { id: clientId, projectId, name: input.name, scopes: [...new Set(input.scopes)] },
    ctx.tx,
  );
  await recordClientChange(ctx, { projectId, clientId }, 'client.create', clientId, { scopes: input.scopes });
  if (input.withSecret === false) return { clientId, secret: undefined };
  const { secretEntropy } = input;
  const secret = await addSecret({ ctx, input: { projectId, clientId, ...(secretEntropy && { entropy: secretEntropy }) } }); // prettier-ignore
  return { clientId, secret };
}
