// What an application takes and shows (contract §8). The OpenAPI document is made from these.
import { z } from 'zod';
import { coded } from '@/lib/core/field-errors';
import { wholeNumberField } from '@/lib/core/whole-number';
import { listParameters } from '@/lib/core/pagination';
import {
  companyNumberField,
  emailField,
  httpsUrlField,
  metadataField,
  reportsAllFields,
} from '@/lib/core/request-fields';
import { businessLoan } from '@/lib/products';
import { applicationStatuses } from './state';

const companyNumber = companyNumberField.meta({
  description: 'Companies House number. In the sandbox: one of the test companies.',
  example: '00000401',
});

const amountMessage = coded('invalid_amount', 'The amount must be whole pence from 100000 (£1,000) to 25000000 (£250,000).'); // prettier-ignore
const amountPence = wholeNumberField({
  min: businessLoan.minimumAmountPence,
  max: businessLoan.maximumAmountPence,
  message: amountMessage,
}).meta({ description: 'Principal in whole pence, £1,000 to £250,000.', example: 2_500_000 });

const termMessage = coded('invalid_value', 'The term must be whole months from 3 to 60.');
const termMonths = wholeNumberField({
  min: businessLoan.minimumTermMonths,
  max: businessLoan.maximumTermMonths,
  message: termMessage,
}).meta({ description: 'Whole months, 3 to 60.', example: 12 });

const email = emailField.meta({
  description: 'Contact for the hosted journey.',
  example: 'director@example.com',
});

const redirectUri = httpsUrlField.meta({
  description:
    'Where the applicant returns after the hosted journey. https; in live exactly one of the project’s allow-list.',
  example: 'https://partner.example/return',
  format: 'uri',
});

const metadata = metadataField.meta({
  description: 'Up to 20 string pairs of yours, returned as sent.',
  example: { order: 'A-1001' },
});

const purpose = z
  .enum(['working_capital', 'asset_finance', 'expansion', 'refinance', 'stock'])
  .meta({ description: 'What the loan is for.', example: 'working_capital' });
const product = z
  .enum([businessLoan.id])
  .meta({ description: 'Today’s only product.', example: businessLoan.id });
const reference = z
  .string()
  .min(1)
  .max(64)
  .meta({ description: 'Your own reference, echoed on objects and events.', example: 'order-1001' });

export const createApplicationSchema = z
  .strictObject({
    business: z.strictObject({ company_number: companyNumber }),
    amount_pence: amountPence,
    term_months: termMonths,
    product: product.optional(),
    purpose: purpose.optional(),
    applicant: z
      .strictObject({
        email: email.optional(),
        first_name: z
          .string()
          .min(1)
          .max(100)
          .optional()
          .meta({ description: 'Pre-fills the hosted journey.', example: 'Ada' }),
      })
      .optional()
      .meta({
        description: 'The person who applies for the company. `email` is required without `redirect_uri`.',
      }),
    redirect_uri: redirectUri.optional(),
    reference: reference.optional(),
    introduction_id: z
      .string()
      .min(1)
      .max(64)
      .optional()
      .meta({ description: 'Attributes the deal to a distribution partner.' }),
    metadata: metadata.optional(),
    submit: z.boolean().optional().meta({
      description:
        'Submit at once. Default: true when `applicant.email` and `applicant.first_name` are both given.',
    }),
  })
  .superRefine(
    (body, issues) => {
      const require = (path: string[], message: string) =>
        issues.addIssue({ code: 'custom', path, message: coded('parameter_missing', message) });
      const { email: address, first_name: firstName } = body.applicant ?? {};
      if (address === undefined && body.submit === true)
        require(['applicant', 'email'], 'To submit, the applicant’s e-mail is required.');
      else if (address === undefined && body.redirect_uri === undefined) {
        require(['applicant', 'email'], 'The applicant’s e-mail is required without redirect_uri.');
      }
      if (firstName === undefined && body.submit === true) {
        require(['applicant', 'first_name'], 'To submit, the applicant’s first name is required.');
      }
    },
    { when: reportsAllFields },
  )
  .meta({ id: 'ApplicationRequest' });

export type CreateApplicationInput = z.output<typeof createApplicationSchema>;

const instant = z.iso.datetime();

export const applicationSchema = z
  .strictObject({
    id: z.string().meta({ example: 'app_01kc2m3n4p5q6r7s8t9v0w1x2y' }),
    object: z.literal('application'),
    livemode: z.boolean(),
    created: instant,
    updated: instant,
    status: z.enum(applicationStatuses),
    business: z.strictObject({
      company_number: z.string().meta({ example: '00000401' }),
      name: z
        .string()
        .nullable()
        .meta({ description: 'Registered name; null until the registry answered.', example: 'Healthy Ltd' }),
    }),
    amount_pence: z.int().meta({ example: 2_500_000 }),
    currency: z.literal('GBP'),
    term_months: z.int().meta({ example: 12 }),
    product,
    purpose: purpose.nullable(),
    applicant: z.strictObject({ email: z.string().nullable(), first_name: z.string().nullable() }).nullable(),
    redirect_uri: z.string().nullable(),
    reference: z.string().nullable(),
    introduction_id: z.string().nullable(),
    metadata: z.record(z.string(), z.string()).nullable(),
    handoff_url: z
      .url()
      .meta({ description: 'The applicant’s hosted journey. Whoever has this link acts as the applicant.' }),
    decision_id: z.string().nullable().meta({ description: 'Known from the submission on.' }),
    accepted_offer_id: z.string().nullable(),
    disbursement_id: z.string().nullable().meta({ description: 'The latest request for its money.' }),
  })
  .meta({ id: 'Application', description: 'One company’s request for a loan.' });

export type Application = z.infer<typeof applicationSchema>;

export const listApplicationsSchema = z.strictObject({
  ...listParameters,
  status: z.enum(applicationStatuses).optional().meta({ description: 'Only applications in this status.' }),
});

export type ListApplicationsQuery = z.output<typeof listApplicationsSchema>;

export const acceptOfferSchema = z
  .strictObject({
    offer_id: z.string().min(1).max(64).meta({
      description: 'An unexpired offer of the latest version.',
      example: 'off_01kc2m3n4p5q6r7s8t9v0w1x2y',
    }),
    accepted_by: z
      .strictObject({
        name: z.string().min(1).max(200).meta({ example: 'Ada Lovelace' }),
        email: email.meta({ description: 'Of the person who accepts.', example: 'director@example.com' }),
      })
      .meta({ description: 'Who accepts for the company; kept with the agreement.' }),
  })
  .meta({ id: 'AcceptanceRequest' });

export type AcceptOfferInput = z.output<typeof acceptOfferSchema>;

const turnoverMessage = coded('invalid_amount', 'The turnover must be whole pence, at most £1 billion.');

export const refreshDecisionSchema = z
  .strictObject({
    monthly_turnover_pence: wholeNumberField({ min: 0, max: 100_000_000_000, message: turnoverMessage })
      .optional()
      .meta({
        description: 'Turnover as the applicant states it. Evidence we hold is not raised by it.',
        example: 4_000_000,
      }),
    amount_pence: amountPence.optional(),
    term_months: termMonths.optional(),
  })
  .meta({ id: 'RefreshRequest', description: 'What replaces the application’s own figures.' });

export type RefreshDecisionInput = z.output<typeof refreshDecisionSchema>;
