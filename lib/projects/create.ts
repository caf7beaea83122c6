// Opens a sandbox project. Live ones are opened by staff. At most ten an account; a constraint says so too.
import { z } from 'zod';
import { ApiError } from '@/lib/core/errors';
import type { ActContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { recordAudit } from '@/lib/audit';
import { insertSandboxProject } from './repository';

const mostSandboxes = 10;

export const projectNameSchema = z.string().trim().min(1).max(80);

/**
 * @returns the project's id.
 * @throws ApiError `invalid_state` when the account has ten sandbox projects that are not closed.
 */
export async function createSandboxProject(call: {
  readonly ctx: ActContext;
  readonly input: { readonly partnerId: string; readonly name: string };
}): Promise<string> {
  const { ctx, input } = call;
  const id = newId('prj');
  if (!(await insertSandboxProject({ id, ...input }, mostSandboxes, ctx.tx))) {
    throw new ApiError('invalid_state', {
      message: `An account has at most ${mostSandboxes} sandbox projects; close one first.`,
    });
  }
  await recordAudit(ctx.tx, {
    stream: id,
    actor: ctx.actor,
    act: 'project.create',
    objectId: id,
    requestId: ctx.requestId,
    detail: { livemode: false },
  });
  return id;
}
