// Calls a request back that nobody has released: by the partner, or with the application it belongs to.
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { findLiveDisbursement } from './repository/disbursements';
import type { Disbursement } from './schemas';
import { toDisbursement } from './serialize';
import { isWaiting } from './state';
import { lockDisbursement, moveDisbursement } from './transition';

/** @throws ApiError `resource_not_found`, `invalid_state` from `released` on. */
export async function cancelDisbursement(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
}): Promise<Disbursement> {
  const { ctx, input } = call;
  const locked = await lockDisbursement(ctx, input.id, ctx.project.id);
  return toDisbursement(await moveDisbursement(ctx, locked, { act: 'cancelled' }));
}

/**
 * Ends the request for the money of an application that is withdrawn, in the same transaction.
 *
 * @throws ApiError `invalid_state` from `released` on.
 */
export async function cancelForWithdrawal(ctx: WriteContext, applicationId: string): Promise<void> {
  const live = await findLiveDisbursement(applicationId, ctx.tx);
  if (!live) return;
  const locked = await lockDisbursement(ctx, live.id, ctx.project.id);
  if (!isWaiting(locked.row.status)) {
    throw new ApiError('invalid_state', {
      message: 'This application’s money has been released; it cannot be withdrawn now.',
    });
  }
  await moveDisbursement(ctx, locked, {
    act: 'cancelled',
    auditDetail: { because: 'application withdrawn' },
  });
}
