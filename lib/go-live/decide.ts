// Staff decide what a partner asked for: open the live project, or change the tier; or decline with a word of why.
import { z } from 'zod';
import { actorId, type StaffActor } from '@/lib/core/actor';
import { ApiError } from '@/lib/core/errors';
import type { ActContext } from '@/lib/core/context';
import { recordAudit } from '@/lib/audit';
import { changeTier, findProject, openLiveProject } from '@/lib/projects';
import { decideRequest, findRequest, isVerified } from './repository/requests';

export const decideSchema = z.strictObject({
  approve: z.boolean(),
  /** The partner reads it. */
  note: z.string().trim().min(1).max(2_000),
});

/**
 * @returns the id of the live project that was opened, if one was.
 * @throws ApiError `resource_not_found`; `invalid_state` for one that is decided already, and for a live project of a
 * company that nobody has verified.
 */
export async function decideProjectRequest({
  ctx,
  input,
}: {
  readonly ctx: ActContext & { readonly actor: StaffActor };
  readonly input: z.output<typeof decideSchema> & { readonly id: string };
}): Promise<string | null> {
  const request = await findRequest(input.id, ctx.tx);
  if (!request) throw new ApiError('resource_not_found');
  let liveProject: string | null = null;
  if (input.approve && request.kind === 'live') {
    if (!(await isVerified(request.partnerId, ctx.tx))) {
      throw new ApiError('invalid_state', {
        message: 'Verify the company first; then open its live project.',
      });
    }
    const name = request.projectName ?? 'Live';
    liveProject = await openLiveProject({ ctx, input: { partnerId: request.partnerId, name } });
  } else if (input.approve) {
    const project = await findProject(request.projectId);
    const { tier } = request;
    if (!project || tier === null || tier === 'platform') throw new ApiError('invalid_state');
    await changeTier({ ctx, input: { project, tier } });
  }
  const status = input.approve ? 'approved' : 'declined';
  const decision = { status, decidedBy: actorId(ctx.actor), note: input.note, liveProject } as const;
  // The condition is in the update: of two deciding at once one changes nothing, and rolls back.
  if (!(await decideRequest(request.id, decision, ctx.tx))) {
    throw new ApiError('invalid_state', { message: 'The request is decided already.' });
  }
  await recordAudit(ctx.tx, { stream: request.partnerId, actor: ctx.actor, act: `project_request.${status}`, objectId: request.id, requestId: ctx.requestId, detail: { kind: request.kind } }); // prettier-ignore
  return liveProject;
}
