// Moves a live project to another published tier, and tells its receivers (contract §4, §9).
import { ApiError } from '@/lib/core/errors';
import type { ActContext } from '@/lib/core/context';
import type { Tier } from '@/lib/core/project';
import { recordAudit } from '@/lib/audit';
import { limitsOf } from '@/lib/rate-limit';
import { recordEvent } from '@/lib/webhooks';
import type { ProjectDetail } from './find';
import { updateProject } from './repository';
import { serializeProject } from './serialize';

/** @throws ApiError `invalid_state` for a sandbox, a closed project or the tier that it has. */
export async function changeTier({
  ctx,
  input: { project, tier },
}: {
  readonly ctx: ActContext;
  readonly input: { readonly project: ProjectDetail; readonly tier: Exclude<Tier, 'platform'> };
}): Promise<void> {
  if (!project.livemode || project.tier === tier || !(await updateProject(project.id, { tier }, ctx.tx))) {
    throw new ApiError('invalid_state', { message: 'Only an open live project changes to another tier.' });
  }
  const changed = { ...project, tier, limits: limitsOf({ tier, negotiatedLimits: null }) };
  const {
    scopes: _scopes,
    buckets: _buckets,
    ...object
  } = serializeProject(changed, { scopes: [], buckets: [] });
  await recordEvent(ctx.tx, {
    project,
    type: 'project.tier_changed',
    objectId: project.id,
    object,
    previous: { tier: project.tier },
    createdAt: new Date(),
  });
  await recordAudit(ctx.tx, { stream: project.id, actor: ctx.actor, act: 'project.change_tier', objectId: project.id, requestId: ctx.requestId, detail: { from: project.tier, to: tier } }); // prettier-ignore
}
