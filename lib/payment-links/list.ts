// Lists a project's payment links, newest first (contract §7).
import type { Context } from '@/lib/core/context';
import { pageRequest, toPage, type Page } from '@/lib/core/pagination';
import { pages } from './repository';
import type { ListPaymentLinksQuery, PaymentLink } from './schemas';
import { toPaymentLink } from './serialize';

/** @throws ApiError `cursor_invalid` for a cursor of another project, list or filter. */
export async function listPaymentLinks(call: {
  readonly ctx: Context;
  readonly input: ListPaymentLinksQuery;
}): Promise<Page<PaymentLink>> {
  const { ctx, input } = call;
  const rows = await pages.find(ctx.project.id, pageRequest(ctx.project.id, 'payment_links', input), input);
  return toPage(ctx.project.id, 'payment_links', input, rows.map(toPaymentLink));
}
