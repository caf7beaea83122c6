// Differences between our books and the bank's, as tasks.
import type { ActContext } from '@/lib/core/context';
import { actorId } from '@/lib/core/actor';
import { ApiError } from '@/lib/core/errors';
import { recordAudit } from '@/lib/audit';
import { closeException, findExceptions, type ExceptionRow } from './repository';

export type ReconciliationException = ExceptionRow;

/** Up to 500 tasks of one book, newest first. */
export function listExceptions(livemode: boolean, { open = true } = {}): Promise<ReconciliationException[]> {
  return findExceptions(livemode, open);
}

/**
 * Ends a task with a sentence that says what was found. Starting money-out again is an act of its own, by two people.
 *
 * @throws ApiError `invalid_state` when it is not open.
 */
export async function resolveException({
  ctx,
  input,
}: {
  readonly ctx: ActContext;
  readonly input: { readonly id: string; readonly resolution: string };
}): Promise<ReconciliationException> {
  const closed = await closeException(input.id, actorId(ctx.actor), input.resolution, ctx.tx);
  if (!closed) throw new ApiError('invalid_state', { message: 'This task is not open.' });
  await recordAudit(ctx.tx, {
    stream: 'platform',
    actor: ctx.actor,
    act: 'reconciliation.resolve',
    objectId: closed.disbursementId ?? closed.subject,
    requestId: ctx.requestId,
    detail: { exception_id: closed.id, kind: closed.kind, resolution: input.resolution },
  });
  return closed;
}
