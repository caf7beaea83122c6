// What a disbursement takes and shows (contract §8). The OpenAPI document is made from these.
import { z } from 'zod';
import { coded } from '@/lib/core/field-errors';
import { listParameters } from '@/lib/core/pagination';
import { metadataField } from '@/lib/core/request-fields';
import { disbursementStatuses, payeeChecks } from './state';

const sortCodeMessage = coded('invalid_value', 'A sort code has 6 digits; spaces and hyphens do not count.');
const accountNumberMessage = coded('invalid_value', 'An account number has 8 digits.');
const nameMessage = coded('invalid_value', 'The account name has 1 to 140 characters.');

export const requestDisbursementSchema = z
  .strictObject({
    application_id: z.string().min(1).max(64).meta({
      description: 'An application with an accepted offer; the amount is that offer’s.',
      example: 'app_01kc2m3n4p5q6r7s8t9v0w1x2y',
    }),
    payee: z
      .strictObject({
        account_name: z.string().min(1, nameMessage).max(140, nameMessage).meta({
          description:
            'The borrower’s registered name. Case, punctuation and the spelling of Ltd, PLC and LLP do not matter.',
          example: 'Healthy Ltd',
        }),
        sort_code: z
          .string()
          .max(64, sortCodeMessage)
          .regex(/^[ -]*([0-9][ -]*){6}$/, sortCodeMessage)
          .meta({
            description: 'Six digits; spaces and hyphens are ignored.',
            example: '12-34-56',
          }),
        account_number: z
          .string()
          .regex(/^[0-9]{8}$/, accountNumberMessage)
          .meta({ description: 'Eight digits.', example: '12340001' }),
      })
      .meta({ description: 'The borrower’s own bank account.' }),
    reference: z.string().min(1).max(64).optional().meta({
      description: 'Your own reference. Default: the application’s.',
      example: 'order-1001',
    }),
    metadata: metadataField.optional().meta({
      description: 'Up to 20 string pairs of yours, returned as sent.',
      example: { order: 'A-1001' },
    }),
  })
  .meta({ id: 'DisbursementRequest' });

export type RequestDisbursementInput = z.output<typeof requestDisbursementSchema>;

const instant = z.iso.datetime();

export const disbursementSchema = z
  .strictObject({
    id: z.string().meta({ example: 'dsb_01kc2m3n4p5q6r7s8t9v0w1x2y' }),
    object: z.literal('disbursement'),
    livemode: z.boolean(),
    created: instant,
    updated: instant,
    status: z.enum(disbursementStatuses),
    application_id: z.string().meta({ example: 'app_01kc2m3n4p5q6r7s8t9v0w1x2y' }),
    amount_pence: z.int().meta({ description: 'The accepted offer’s.', example: 2_500_000 }),
    currency: z.literal('GBP'),
    payee: z.strictObject({
      account_name: z.string().meta({ example: 'Healthy Ltd' }),
      sort_code: z.string().meta({ example: '12-34-56' }),
      account_number: z.string().meta({ description: 'All but the last four hidden.', example: '••••0001' }),
    }),
    payee_check: z.enum(payeeChecks).meta({
      description: 'Confirmation of payee: whether the bank holds the account in this name.',
    }),
    progress: z
      .strictObject({ approvals: z.int().min(0).max(2), required: z.literal(2) })
      .meta({ description: 'How many of the two people who release it have said yes.' }),
    partner_note: z
      .string()
      .nullable()
      .meta({ description: 'What the lender wants you to know: why it is on hold, rejected or returned.' }),
    reference: z.string().nullable(),
    metadata: z.record(z.string(), z.string()).nullable(),
  })
  .meta({
    id: 'Disbursement',
    description: 'A request for a loan’s money. Two people of the lender release it; no token does.',
  });

export type Disbursement = z.infer<typeof disbursementSchema>;

export const listDisbursementsSchema = z.strictObject({
  ...listParameters,
  status: z.enum(disbursementStatuses).optional().meta({ description: 'Only disbursements in this status.' }),
});

export type ListDisbursementsQuery = z.output<typeof listDisbursementsSchema>;
