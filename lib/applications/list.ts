// Lists a project's applications, newest first (contract §7).
import type { Context } from '@/lib/core/context';
import { pageRequest, toPage, type Page } from '@/lib/core/pagination';
import { pages } from './repository';
import type { Application, ListApplicationsQuery } from './schemas';
import { toApplication } from './serialize';

/** @throws ApiError `cursor_invalid` for a cursor of another project, list or filter. */
export async function listApplications(call: {
  readonly ctx: Context;
  readonly input: ListApplicationsQuery;
}): Promise<Page<Application>> {
  const { ctx, input } = call;
  const rows = await pages.find(ctx.project.id, pageRequest(ctx.project.id, 'applications', input), input);
  return toPage(ctx.project.id, 'applications', input, rows.map(toApplication));
}
