// What a partner changes of his project himself: its name, and where applicants may return to.
import { ApiError } from '@/lib/core/errors';
import type { ActContext } from '@/lib/core/context';
import { recordAudit } from '@/lib/audit';
import { updateProject } from './repository';

type Call<Input> = { readonly ctx: ActContext; readonly input: Input & { readonly projectId: string } };

async function change(
  { ctx, input }: Call<object>,
  data: Parameters<typeof updateProject>[1],
  act: string,
): Promise<void> {
  const { projectId } = input;
  if (!(await updateProject(projectId, data, ctx.tx))) throw new ApiError('resource_not_found');
  await recordAudit(ctx.tx, { stream: projectId, actor: ctx.actor, act, objectId: projectId, requestId: ctx.requestId, detail: { ...data } }); // prettier-ignore
}

/** @throws ApiError `resource_not_found` for an unknown or closed project. */
export const renameProject = (call: Call<{ readonly name: string }>): Promise<void> =>
  change(call, { name: call.input.name }, 'project.rename');

/** The whole list anew; in live a redirect must be exactly one of it. @throws ApiError `resource_not_found`. */
export const changeRedirectUris = (call: Call<{ readonly redirectUris: readonly string[] }>): Promise<void> =>
  change(call, { redirectUris: [...new Set(call.input.redirectUris)] }, 'project.change_redirect_uris');
