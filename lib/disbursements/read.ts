// Reads one disbursement, as its partner sees it.
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { findDisbursement } from './repository/disbursements';
import type { Disbursement } from './schemas';
import { toDisbursement } from './serialize';

/** @throws ApiError `resource_not_found` for an unknown or foreign id. */
export async function readDisbursement(call: {
  readonly ctx: Context;
  readonly input: { readonly id: string };
}): Promise<Disbursement> {
  const row = await findDisbursement(call.ctx.project.id, call.input.id);
  if (!row) throw new ApiError('resource_not_found');
  return toDisbursement(row);
}
