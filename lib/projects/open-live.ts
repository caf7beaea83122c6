// Opens a live project for an account: an act of staff, who have looked at the evidence.
import type { ActContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { recordAudit } from '@/lib/audit';
import { insertLive } from './repository';

/** @returns the project's id. It starts on `build`, without clients: its owner makes the first one himself. */
export async function openLiveProject({
  ctx,
  input,
}: {
  readonly ctx: ActContext;
  readonly input: { readonly partnerId: string; readonly name: string };
}): Promise<string> {
  const id = newId('prj');
  await insertLive({ id, ...input, tier: 'build' }, ctx.tx);
  await recordAudit(ctx.tx, { stream: id, actor: ctx.actor, act: 'project.open_live', objectId: id, requestId: ctx.requestId, detail: { partner_id: input.partnerId } }); // prettier-ignore
  return id;
}
