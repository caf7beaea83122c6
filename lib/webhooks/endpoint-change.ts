// One change of one endpoint: locked, written over what was read, with its audit entry.
import type { Actor } from '@/lib/core/actor';
import { assert } from '@/lib/core/assert';
import { ApiError } from '@/lib/core/errors';
import { recordAudit } from '@/lib/audit';
import type { Transaction } from '@/lib/db';
import { lockEndpoint, updateEndpoint, type EndpointRow } from './repository/endpoints';

/** Who changes it, in which transaction. A `WriteContext` is one. */
export interface Changer {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly requestId?: string | undefined;
}

/** The endpoint, locked. @throws ApiError `resource_not_found` for an unknown, foreign or deleted one. */
export async function requireEndpoint(projectId: string, id: string, tx: Transaction): Promise<EndpointRow> {
  const row = await lockEndpoint(projectId, id, tx);
  if (!row) throw new ApiError('resource_not_found');
  return row;
}

/** Records what was done to an endpoint. */
export function auditEndpoint(
  { tx, actor, requestId }: Changer,
  { id, projectId }: Pick<EndpointRow, 'id' | 'projectId'>,
  act: string,
  detail?: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(tx, {
    stream: projectId,
    actor,
    act: `webhook_endpoint.${act}`,
    objectId: id,
    requestId,
    ...(detail && { detail }),
  });
}

/** Changes an endpoint that this transaction has locked. */
export async function changeEndpoint(
  changer: Changer,
  before: EndpointRow,
  change: {
    readonly act: string;
    readonly at: Date;
    readonly changes: Partial<EndpointRow>;
    readonly detail?: Readonly<Record<string, unknown>>;
  },
): Promise<EndpointRow> {
  const after = { ...before, ...change.changes, updatedAt: change.at };
  assert(await updateEndpoint(before, after, changer.tx), 'a locked endpoint changes exactly once');
  await auditEndpoint(changer, after, change.act, change.detail);
  return after;
}
