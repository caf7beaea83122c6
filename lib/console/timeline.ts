// What happened to an object: its events, and who did what to it.
import { selectTimeline } from './repository';

/** Oldest first. Staff are named by their role alone: a partner does not learn who they are. */
export async function readTimeline(projectId: string, objectId: string) {
  return (await selectTimeline(projectId, objectId)).map((row) => ({
    kind: row.kind,
    id: row.id,
    name: row.name,
    actor: row.actor_kind && { kind: row.actor_kind, id: row.actor_kind === 'staff' ? null : row.actor_id },
    request_id: row.request_id,
    at: row.at.toISOString(),
  }));
}
