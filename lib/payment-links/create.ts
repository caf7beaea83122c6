// Makes a payment link (contract §8).
import { randomBytes } from 'node:crypto';
import type { WriteContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { readApplication } from '@/lib/applications';
import { recordAudit } from '@/lib/audit';
import { insertPaymentLink, type PaymentLinkRow } from './repository';
import type { CreatePaymentLinkInput, PaymentLink } from './schemas';
import { toPaymentLink } from './serialize';
import { expiryOf } from './state';

const defaultDays = 7;

function newRow({ project, clock }: WriteContext, input: CreatePaymentLinkInput): PaymentLinkRow {
  const now = clock.now();
  const expiresInDays = input.expires_in_days ?? defaultDays;
  return {
    id: newId('plk'),
    projectId: project.id,
    livemode: project.livemode,
    status: 'open',
    amountPence: input.amount_pence,
    reference: input.reference,
    description: input.description ?? null,
    payerName: input.payer?.name ?? null,
    payerEmail: input.payer?.email ?? null,
    applicationId: input.application_id ?? null,
    returnUrl: input.return_url ?? null,
    expiresInDays,
    metadata: input.metadata ?? null,
    linkNonce: randomBytes(16),
    failureCode: null,
    paidAttemptId: null,
    refundDuePence: 0,
    createdAt: now,
    updatedAt: now,
    expiresAt: expiryOf(now, expiresInDays),
  };
}

/** @throws ApiError `resource_not_found` for an `application_id` that is not the project's own. */
export async function createPaymentLink(call: {
  readonly ctx: WriteContext;
  readonly input: CreatePaymentLinkInput;
}): Promise<PaymentLink> {
  const { ctx, input } = call;
  if (input.application_id !== undefined) await readApplication({ ctx, input: { id: input.application_id } });
  const row = newRow(ctx, input);
  await insertPaymentLink(row, ctx.tx);
  await recordAudit(ctx.tx, {
    stream: row.projectId,
    actor: ctx.actor,
    act: 'payment_link.create',
    objectId: row.id,
    requestId: ctx.requestId,
    detail: { to: row.status, amount_pence: row.amountPence },
  });
  return toPaymentLink(row);
}
