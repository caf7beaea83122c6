// Opens a partner account.
import type { ActContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { recordAudit } from '@/lib/audit';
import { insertPartner } from './repository';

export interface CreatePartnerInput {
  /** Given by the seed, whose ids stay the same. */
  readonly id?: string;
  readonly name: string;
}

/** Opens an account. @returns its id. */
export async function createPartner({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: CreatePartnerInput;
}): Promise<string> {
  const id = input.id ?? newId('acct');
  await insertPartner({ id, name: input.name }, ctx.tx);
  await recordAudit(ctx.tx, { stream: id, actor: ctx.actor, act: 'partner.create', objectId: id, requestId: ctx.requestId }); // prettier-ignore
  return id;
}
