// Suspends, resumes and closes a project. Suspension revokes nothing: tokens work again on resume (contract §2).
// The database itself tells the control feed of every change of a project's row.
import type { ActContext } from '@/lib/core/context';
import { invalidState } from '@/lib/core/transition';
import { recordAudit } from '@/lib/audit';
import { publishChange } from '@/lib/control-feed';
import { longestTokenLifeMs } from '@/lib/core/tokens';
import { updateStatus } from './repository';
import { projectTransitions, type ProjectAct } from './state';

const auditActs: Readonly<Record<ProjectAct, string>> = {
  suspended: 'project.suspend',
  resumed: 'project.resume',
  closed: 'project.close',
};

interface Call {
  readonly ctx: ActContext;
  readonly input: {
    readonly projectId: string;
    /** Why, in the words of whoever does it: it stands in the audit entry. */
    readonly reason?: string;
  };
}

async function change({ ctx, input }: Call, act: ProjectAct): Promise<void> {
  const { from, to } = projectTransitions[act];
  if (!(await updateStatus(input.projectId, from, to, ctx.tx))) {
    throw invalidState('project', 'in another status', act);
  }
  await recordAudit(ctx.tx, {
    stream: input.projectId,
    actor: ctx.actor,
    act: auditActs[act],
    objectId: input.projectId,
    requestId: ctx.requestId,
    ...(input.reason !== undefined && { detail: { reason: input.reason } }),
  });
}

/** Refuses every request of the project with `account_suspended` within a second. */
export const suspendProject = (call: Call): Promise<void> => change(call, 'suspended');

/** Lets a suspended project work again; its unexpired tokens too. */
export const resumeProject = (call: Call): Promise<void> => change(call, 'resumed');

/** Ends a project for good: its tokens are dead everywhere within a second. */
export async function closeProject(call: Call): Promise<void> {
  await change(call, 'closed');
  const { projectId } = call.input;
  await publishChange(call.ctx.tx, {
    kind: 'project_revoked',
    projectId,
    subject: projectId,
    expiresAt: new Date(Date.now() + longestTokenLifeMs),
  });
}
