// One request with everything that is known of it.
import { ApiError } from '@/lib/core/errors';
import { firstIdAt, isId } from '@/lib/core/ids';
import { selectActs, selectCausedEvents, selectEntry } from './repository/read';
import { toRequestDetail, type RequestDetail } from './serialize';

/** Events stand in the request's own transaction; a second covers the clocks of two processes. */
const slackMs = 1_000;

/** @throws ApiError `resource_not_found` for an unknown or foreign request, or one that has gone after 30 days. */
export async function readRequest({
  ctx,
  input,
}: {
  readonly ctx: { readonly project: { readonly id: string } };
  readonly input: { readonly id: string };
}): Promise<RequestDetail> {
  const projectId = ctx.project.id;
  const row = isId('req', input.id) ? await selectEntry(projectId, input.id) : null;
  if (!row) throw new ApiError('resource_not_found');
  const changed = row.object_id !== null && row.method !== 'GET' && row.status_class === 2 && !row.replayed;
  if (!changed) return toRequestDetail(row, [], []);
  const objectId = row.object_id;
  const startedAt = row.at.getTime();
  const endedAt = startedAt + row.duration_us / 1000 + slackMs;
  const [events, acts] = await Promise.all([
    selectCausedEvents(projectId, objectId, firstIdAt('evt', startedAt), firstIdAt('evt', endedAt)),
    selectActs(projectId, row.id, objectId),
  ]);
  return toRequestDetail(row, events, acts);
}
