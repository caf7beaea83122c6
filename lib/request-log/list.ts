// Lists a project's requests, newest first, with what was counted instead of stored in the page's span of time.
import { pageRequest, toPage } from '@/lib/core/pagination';
import { selectEntries, selectErrorGroups, selectOmissions } from './repository/read';
import type { ErrorGroupsQuery, ListRequestsQuery } from './schemas';
import { toErrorGroup, toOmission, toRequestSummary } from './serialize';

interface Asking {
  readonly project: { readonly id: string };
}

/** @throws ApiError `cursor_invalid` for a cursor of another project or filter. */
export async function listRequests({
  ctx,
  input,
}: {
  readonly ctx: Asking;
  readonly input: ListRequestsQuery;
}) {
  const projectId = ctx.project.id;
  const rows = await selectEntries(projectId, pageRequest(projectId, 'requests', input), input);
  const page = toPage(projectId, 'requests', input, rows.map(toRequestSummary));
  const newest = input.cursor === undefined ? new Date() : rows[0]?.at;
  const oldest = page.next_cursor === null ? undefined : rows.at(-1)?.at;
  const from = oldest ?? new Date(input.created_after ?? 0);
  const omissions = newest ? await selectOmissions(projectId, from, newest) : [];
  return { ...page, omissions: omissions.map(toOmission) };
}

/** Errors grouped by route, code and field, the most frequent first. Default: the last 24 hours. */
export async function listErrorGroups({
  ctx,
  input,
}: {
  readonly ctx: Asking;
  readonly input: ErrorGroupsQuery;
}) {
  const dayMs = 86_400_000;
  const created_after = input.created_after ?? new Date(Date.now() - dayMs).toISOString();
  return (await selectErrorGroups(ctx.project.id, { ...input, created_after })).map(toErrorGroup);
}
