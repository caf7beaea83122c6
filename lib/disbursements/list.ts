// Lists a project's disbursements, newest first (contract §7).
import type { Context } from '@/lib/core/context';
import { pageRequest, toPage, type Page } from '@/lib/core/pagination';
import { pages } from './repository/disbursements';
import type { Disbursement, ListDisbursementsQuery } from './schemas';
import { toDisbursement } from './serialize';

/** @throws ApiError `cursor_invalid` for a cursor of another project, list or filter. */
export async function listDisbursements(call: {
  readonly ctx: Context;
  readonly input: ListDisbursementsQuery;
}): Promise<Page<Disbursement>> {
  const { ctx, input } = call;
  const rows = await pages.find(ctx.project.id, pageRequest(ctx.project.id, 'disbursements', input), input);
  return toPage(ctx.project.id, 'disbursements', input, rows.map(toDisbursement));
}
