// Lists a project's identity checks, newest first (contract §7).
import type { Context } from '@/lib/core/context';
import { pageRequest, toPage, type Page } from '@/lib/core/pagination';
import { pages } from './repository';
import type { IdentityCheck, ListIdentityChecksQuery } from './schemas';
import { toIdentityCheck } from './serialize';

/** @throws ApiError `cursor_invalid` for a cursor of another project, list or filter. */
export async function listIdentityChecks(call: {
  readonly ctx: Context;
  readonly input: ListIdentityChecksQuery;
}): Promise<Page<IdentityCheck>> {
  const { ctx, input } = call;
  const rows = await pages.find(ctx.project.id, pageRequest(ctx.project.id, 'identity_checks', input), input);
  return toPage(ctx.project.id, 'identity_checks', input, rows.map(toIdentityCheck));
}
