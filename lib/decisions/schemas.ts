// What the API shows of a decision (contract §8). The OpenAPI document is made from these.
import { z } from 'zod';
import { wholeNumber } from '@/lib/core/query-parameters';
import { approvalConditions, declineReasons } from './policy';

const pence = z.int().min(0);
const instant = z.iso.datetime();

export const offerSchema = z
  .strictObject({
    id: z.string().meta({ example: 'off_01kc2m3n4p5q6r7s8t9v0w1x2y' }),
    amount_pence: pence.meta({ description: 'Principal.', example: 2_500_000 }),
    term_months: z.int().meta({ example: 12 }),
    yearly_rate_percent: z
      .number()
      .meta({ description: 'Yearly rate of interest on the reducing balance.', example: 9.9 }),
    interest_pence: pence.meta({ example: 135_274 }),
    fee_pence: pence.meta({ description: 'Arrangement fee: 2 %, at least £5.', example: 50_000 }),
    total_cost_pence: pence.meta({
      description: 'Interest and fee; never more than the principal.',
      example: 185_274,
    }),
    total_payable_pence: pence.meta({
      description: 'Principal and cost: the sum of the schedule.',
      example: 2_685_274,
    }),
    schedule: z
      .array(z.strictObject({ due: z.iso.date(), amount_pence: pence }))
      .meta({ description: 'Equal monthly instalments; the last takes the remainder.' }),
    expires_at: instant.meta({ description: 'Until when the offer can be accepted.' }),
  })
  .meta({ id: 'Offer', description: 'Terms that the applicant may accept.' });

export type Offer = z.infer<typeof offerSchema>;

export const decisionSchema = z
  .strictObject({
    id: z.string().meta({ example: 'dec_01kc2m3n4p5q6r7s8t9v0w1x2y' }),
    object: z.literal('decision'),
    livemode: z.boolean(),
    created: instant.meta({ description: 'When version 1 was made.' }),
    updated: instant.meta({ description: 'When this version was made.' }),
    application_id: z.string().meta({ example: 'app_01kc2m3n4p5q6r7s8t9v0w1x2y' }),
    reference: z.string().nullable().meta({ description: 'The application’s reference.' }),
    version: z.int().min(1),
    outcome: z.enum(['approved', 'declined', 'referred']),
    reason: z
      .enum(declineReasons)
      .nullable()
      .meta({ description: 'Why it is not approved; null when it is.' }),
    conditions: z
      .array(z.enum(approvalConditions))
      .meta({ description: 'What the approval asks of the applicant.' }),
    policy_version: z.string().meta({ example: '2026-07-01' }),
    inputs_hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'SHA-256 of what the decision was made from, in canonical JSON.' }),
    refresh_pending: z
      .boolean()
      .meta({ description: 'A refresh is under way; its version will supersede this one.' }),
    currency: z.literal('GBP'),
    offers: z.array(offerSchema).meta({ description: 'Empty unless approved.' }),
  })
  .meta({ id: 'Decision', description: 'The lender’s authoritative answer to an application.' });

export type Decision = z.infer<typeof decisionSchema>;

export const decisionQuerySchema = z.strictObject({
  version: wholeNumber({ min: 1, max: 9_999 })
    .optional()
    .meta({ description: 'An earlier version; the latest when left out.', example: 1 }),
});
