// The sandbox's two built-in officers, played by the partner through the same verbs as staff (contract §10). They move no
// money, use no cap, and a database constraint admits them only where `livemode` is false.
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { approveDisbursement } from './approve';
import { releaseDisbursement } from './release';
import { findDisbursement } from './repository/disbursements';
import type { Disbursement } from './schemas';
import { toDisbursement } from './serialize';

/**
 * Brings a sandbox disbursement to `released`: approves it if nobody has, then releases it. Each step commits by itself.
 *
 * @throws ApiError `sandbox_only`, `resource_not_found`, `payee_not_verified` for a `no_match` payee; MoneyOutRefused
 *   (409 `invalid_state`) where the rules stand against it.
 */
export async function playOfficers(call: {
  readonly ctx: Context;
  readonly input: { readonly id: string };
}): Promise<Disbursement> {
  const { ctx, input } = call;
  if (ctx.project.livemode) throw new ApiError('sandbox_only');
  const row = await findDisbursement(ctx.project.id, input.id);
  if (!row) throw new ApiError('resource_not_found');
  if (row.payeeCheck === 'no_match') throw new ApiError('payee_not_verified');
  if (row.status === 'requested') await approveDisbursement({ ctx, input });
  return toDisbursement(await releaseDisbursement({ ctx, input }));
}
