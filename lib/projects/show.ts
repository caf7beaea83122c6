// Who am I: the first call a newcomer makes (contract §8).
import { ApiError } from '@/lib/core/errors';
import type { Context } from '@/lib/core/context';
import { findProject } from './find';
import { serializeProject, type AskingRequest } from './serialize';

/** The caller's own project. Costs no query: authentication has just read it. */
export async function showProject({ ctx, input }: { ctx: Context; input: AskingRequest }) {
  const project = await findProject(ctx.project.id);
  if (!project) throw new ApiError('resource_not_found');
  return serializeProject(project, input);
}
