// What a payment link takes and shows (contract §8). The OpenAPI document is made from these.
import { z } from 'zod';
import { coded } from '@/lib/core/field-errors';
import { listParameters } from '@/lib/core/pagination';
import { emailField, httpsUrlField, metadataField } from '@/lib/core/request-fields';
import { wholeNumberField } from '@/lib/core/whole-number';
import { failureCodes, paymentLinkStatuses } from './state';

const amountMessage = coded('invalid_amount', 'The amount must be whole pence from 1 to 100000000 (£1,000,000).'); // prettier-ignore
const amountPence = wholeNumberField({ min: 1, max: 100_000_000, message: amountMessage }).meta({
  description: 'What the payer is asked for, in whole pence up to £1,000,000.',
  example: 12_500,
});

const referenceMessage = coded('invalid_value', 'The reference must be 1–18 characters of the Faster Payments set: letters, digits, spaces and / - ? : ( ) . , \' + # = ! " % & * < > ; { @'); // prettier-ignore
const reference = z
  .string()
  .regex(/^[A-Za-z0-9 /\-?:().,'+#=!"%&*<>;{@]{1,18}$/, referenceMessage)
  .meta({
    description: 'What both bank statements show: 1–18 characters of the Faster Payments set.',
    example: 'INV-1001',
  });

const daysMessage = coded('invalid_value', 'A link lives for 1 to 30 whole days.');
const expiresInDays = wholeNumberField({ min: 1, max: 30, message: daysMessage }).meta({
  description: 'How long the link can be paid, in days. Default 7.',
  example: 7,
});

export const createPaymentLinkSchema = z
  .strictObject({
    amount_pence: amountPence,
    reference,
    description: z
      .string()
      .min(1)
      .max(255)
      .optional()
      .meta({ description: 'What the payment is for, as the payer reads it.', example: 'March instalment' }),
    payer: z
      .strictObject({
        name: z.string().min(1).max(200).optional().meta({ example: 'Ada Lovelace' }),
        email: emailField.optional().meta({ example: 'ada@example.com' }),
      })
      .optional()
      .meta({ description: 'Who is asked to pay; the page greets him by name.' }),
    application_id: z.string().min(1).max(64).optional().meta({
      description: 'The application this payment belongs to.',
      example: 'app_01kc2m3n4p5q6r7s8t9v0w1x2y',
    }),
    return_url: httpsUrlField.optional().meta({
      description: 'Where the page offers to return to. Returning says nothing of the payment.',
      example: 'https://partner.example/paid',
      format: 'uri',
    }),
    expires_in_days: expiresInDays.optional(),
    metadata: metadataField.optional().meta({
      description: 'Up to 20 string pairs of yours, returned as sent.',
      example: { order: 'A-1001' },
    }),
  })
  .meta({ id: 'PaymentLinkRequest' });

export type CreatePaymentLinkInput = z.output<typeof createPaymentLinkSchema>;

const instant = z.iso.datetime();

export const paymentLinkSchema = z
  .strictObject({
    id: z.string().meta({ example: 'plk_01kc2m3n4p5q6r7s8t9v0w1x2y' }),
    object: z.literal('payment_link'),
    livemode: z.boolean(),
    created: instant,
    updated: instant,
    status: z.enum(paymentLinkStatuses),
    amount_pence: z.int().meta({ example: 12_500 }),
    currency: z.literal('GBP'),
    reference: z.string().meta({ example: 'INV-1001' }),
    description: z.string().nullable(),
    payer: z.strictObject({ name: z.string().nullable(), email: z.string().nullable() }).nullable(),
    application_id: z.string().nullable(),
    return_url: z.string().nullable(),
    expires_in_days: z.int().meta({ example: 7 }),
    metadata: z.record(z.string(), z.string()).nullable(),
    url: z.url().meta({ description: 'The payer’s hosted page. Whoever has this link can pay it.' }),
    expires_at: instant.meta({ description: 'Until when it can be paid.' }),
    failure_code: z
      .enum(failureCodes)
      .nullable()
      .meta({ description: 'Why the last try failed; `disputed_by_customer` after it had been paid.' }),
    refund_due_pence: z.int().meta({
      description: 'Settled beyond the one payment that was asked for; it is sent back to the payer.',
      example: 0,
    }),
  })
  .meta({
    id: 'PaymentLink',
    description: 'A request to one payer for one amount, paid from his bank account.',
  });

export type PaymentLink = z.infer<typeof paymentLinkSchema>;

export const listPaymentLinksSchema = z.strictObject({
  ...listParameters,
  status: z.enum(paymentLinkStatuses).optional().meta({ description: 'Only payment links in this status.' }),
});

export type ListPaymentLinksQuery = z.output<typeof listPaymentLinksSchema>;
