// A payment link as the API shows it.
import { payUrl } from './hosted-link';
import type { PaymentLinkRow } from './repository';
import type { PaymentLink } from './schemas';
import { expiryOf } from './state';

export function toPaymentLink(row: PaymentLinkRow): PaymentLink {
  const hasPayer = row.payerName !== null || row.payerEmail !== null;
  return {
    id: row.id,
    object: 'payment_link',
    livemode: row.livemode,
    created: row.createdAt.toISOString(),
    updated: row.updatedAt.toISOString(),
    status: row.status,
    amount_pence: row.amountPence,
    currency: 'GBP',
    reference: row.reference,
    description: row.description,
    payer: hasPayer ? { name: row.payerName, email: row.payerEmail } : null,
    application_id: row.applicationId,
    return_url: row.returnUrl,
    expires_in_days: row.expiresInDays,
    metadata: row.metadata,
    url: payUrl(row.id, row.linkNonce),
    expires_at: expiryOf(row.createdAt, row.expiresInDays).toISOString(),
    failure_code: row.failureCode,
    refund_due_pence: row.refundDuePence,
  };
}
