// What a partner asks of staff: a live project, or a higher tier. The evidence is kept as it stood then.
import { z } from 'zod';
import { actorId } from '@/lib/core/actor';
import { ApiError } from '@/lib/core/errors';
import type { ActContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { recordAudit } from '@/lib/audit';
import { projectNameSchema, type ProjectDetail } from '@/lib/projects';
import { replayTiers, showUsage, type WhatIf } from '@/lib/usage';
import { readChecklist } from './checklist';
import { readProfile } from './profile';
import { insertRequest, selectRequests, type Evidence, type NewRequest } from './repository/requests';

const reason = z.string().trim().min(1).max(2_000);
export const liveRequestSchema = z.strictObject({ name: projectNameSchema, reason });
export const tierRequestSchema = z.strictObject({ tier: z.enum(['launch', 'scale']), reason });

type Call<Schema extends z.ZodType> = {
  readonly ctx: ActContext & { readonly project: ProjectDetail };
  readonly input: z.output<Schema>;
};
type Asked = Pick<NewRequest, 'kind' | 'tier' | 'projectName' | 'reason' | 'evidence'>;

async function ask(ctx: Call<z.ZodType>['ctx'], asked: Asked): Promise<string> {
  const { project, tx, actor } = ctx;
  const id = newId('prq');
  const row = {
    id,
    partnerId: project.partnerId,
    projectId: project.id,
    requestedBy: actorId(actor),
    ...asked,
  };
  if (!(await insertRequest(row, tx))) {
    throw new ApiError('invalid_state', {
      message: 'A request of this kind is open for the project already.',
    });
  }
  await recordAudit(tx, { stream: project.id, actor, act: `project.ask_for_${asked.kind}`, objectId: id, requestId: ctx.requestId, detail: asked.tier ? { tier: asked.tier } : {} }); // prettier-ignore
  return id;
}

/**
 * Asks for a live project, with the sandbox's checklist as evidence. An unfinished checklist is no bar: staff see it.
 *
 * @throws ApiError `invalid_state` for a live project, without the company's details, or while one is open.
 */
export async function askForLive({ ctx, input }: Call<typeof liveRequestSchema>): Promise<string> {
  if (ctx.project.livemode) throw new ApiError('invalid_state', { message: 'Ask from a sandbox project.' });
  const profile = await readProfile(ctx.project.partnerId);
  if (!profile) throw new ApiError('invalid_state', { message: 'Fill in the company’s details first.' });
  const evidence = (await readChecklist(ctx.project.id)) as unknown as Evidence;
  return ask(ctx, { kind: 'live', projectName: input.name, reason: input.reason, evidence });
}

/** @throws ApiError `invalid_state` for a sandbox (always `build`), the tier it has, or while one is open. */
export async function askForTier({ ctx, input }: Call<typeof tierRequestSchema>): Promise<string> {
  if (!ctx.project.livemode || ctx.project.tier === input.tier) {
    throw new ApiError('invalid_state', { message: 'Only a live project changes to another tier.' });
  }
  const from = new Date(Date.now() - 7 * 86_400_000).toISOString();
  const [{ totals }, whatIf] = await Promise.all([
    showUsage({ ctx, input: { step: 'day', from } }),
    replayTiers(ctx.project),
  ]);
  return ask(ctx, {
    kind: 'tier',
    tier: input.tier,
    reason: input.reason,
    evidence: { last_seven_days: totals, what_if: whatIf },
  });
}

/** The replay as it was sent with a request for a tier; null for other requests, and for those from before there was one. */
function whatIfOf(evidence: unknown): WhatIf | null {
  return (evidence as { readonly what_if?: WhatIf }).what_if ?? null;
}

/** An account's requests, newest first; for staff, with `partnerId` left out, those that are open. */
export async function listProjectRequests(filter: { readonly partnerId?: string }) {
  const rows = await selectRequests(
    filter.partnerId === undefined ? { status: 'open' } : { partnerId: filter.partnerId },
  );
  return rows.map((row) => ({
    id: row.id,
    object: 'project_request' as const,
    partner_id: row.partnerId,
    project_id: row.projectId,
    kind: row.kind,
    status: row.status,
    tier: row.tier,
    name: row.projectName,
    reason: row.reason,
    evidence: row.evidence,
    what_if: whatIfOf(row.evidence),
    created: row.requestedAt.toISOString(),
    decided: row.decidedAt?.toISOString() ?? null,
    note: row.note,
    live_project_id: row.liveProject,
  }));
}
