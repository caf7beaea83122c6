// What every change of a client has in common: its audit row, and the word to every process.
import type { ActContext } from '@/lib/core/context';
import { longestTokenLifeMs } from '@/lib/core/tokens';
import { recordAudit } from '@/lib/audit';
import { publishChange, type ControlChangeKind } from '@/lib/control-feed';
import type { ClientReference } from './require-client';

type Detail = Readonly<Record<string, unknown>>;

/** Records the act and tells every process to read the client anew. */
export async function recordClientChange(
  ctx: ActContext,
  { projectId, clientId }: ClientReference,
  act: string,
  objectId: string,
  detail: Detail = {},
): Promise<void> {
  await publishChange(ctx.tx, { kind: 'client_changed', projectId, subject: clientId, expiresAt: null });
  await recordAudit(ctx.tx, {
    stream: projectId,
    actor: ctx.actor,
    act,
    objectId,
    requestId: ctx.requestId,
    detail: { client_id: clientId, ...detail },
  });
}

/** Kills every token of `subject` in every process within a second of the commit. */
export async function publishRevocation(
  ctx: ActContext,
  kind: Extract<ControlChangeKind, 'credential_revoked' | 'client_revoked'>,
  projectId: string,
  subject: string,
): Promise<void> {
  const expiresAt = new Date(Date.now() + longestTokenLifeMs);
  await publishChange(ctx.tx, { kind, projectId, subject, expiresAt });
}
