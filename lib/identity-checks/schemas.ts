// What an identity check takes and shows (contract §8). The OpenAPI document is made from these.
import { z } from 'zod';
import { coded } from '@/lib/core/field-errors';
import { listParameters } from '@/lib/core/pagination';
import { companyNumberField, isRecord, metadataField, reportsAllFields } from '@/lib/core/request-fields';
import { findingKinds, findingResults } from '@/lib/providers';
import { identityCheckStatuses, identityCheckTypes } from './state';

/** What it takes to identify somebody. The fields are optional to zod only: a missing one has a code of its own. */
const needed = {
  subject: ['first_name', 'last_name', 'date_of_birth', 'address'],
  address: ['line1', 'city', 'postcode', 'country'],
  business: ['company_number', 'name'],
} as const;

const documented = (names: readonly string[]) => ({ override: { required: [...names] } });

const insufficient = (message: string) => coded('insufficient_identity_data', message);

/** A text that says something; blank is as good as missing. */
const told = (maximumLength: number, example: string) =>
  z.string().max(maximumLength).regex(/\S/, insufficient('This field is blank.')).meta({ example });

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, coded('invalid_value', 'A country is two capital letters (ISO 3166-1 alpha-2).'))
  .meta({ description: 'ISO 3166-1 alpha-2.', example: 'GB' });

const dateOfBirth = z.iso
  .date(coded('invalid_value', 'A date of birth is a day, YYYY-MM-DD.'))
  .meta({ description: 'YYYY-MM-DD.', example: '1980-05-17' });

const person = z
  .strictObject({
    first_name: told(100, 'Ada'),
    last_name: told(100, 'Lovelace').meta({
      description: 'In the sandbox it decides the outcome: Pass, Fail, Review, Sanctioned, Slow.',
      example: 'Pass',
    }),
    date_of_birth: dateOfBirth,
    address: z
      .strictObject({
        line1: told(200, '1 Example Street'),
        city: told(100, 'London'),
        postcode: told(16, 'SW1A 1AA'),
        country,
      })
      .partial()
      .meta(documented(needed.address)),
    nationality: country,
  })
  .partial()
  .meta({
    ...documented(needed.subject),
    description: 'The person; required when `type` is `individual`. Encrypted at rest, shown masked.',
  });

const business = z
  .strictObject({
    company_number: companyNumberField.meta({ description: 'Companies House number.', example: '00000401' }),
    name: told(200, 'Healthy Ltd'),
  })
  .partial()
  .meta({ ...documented(needed.business), description: 'The company; required when `type` is `business`.' });

export const createIdentityCheckSchema = z
  .strictObject({
    type: z.enum(identityCheckTypes).meta({ description: 'Whom the check is about.', example: 'individual' }),
    subject: person.optional(),
    business: business.optional(),
    application_id: z.string().min(1).max(64).optional().meta({
      description: 'The application that the check belongs to; one of this project’s.',
      example: 'app_01kc2m3n4p5q6r7s8t9v0w1x2y',
    }),
    reference: z.string().min(1).max(64).optional().meta({
      description: 'Your own reference, echoed on objects and events.',
      example: 'customer-7',
    }),
    metadata: metadataField.optional().meta({
      description: 'Up to 20 string pairs of yours, returned as sent.',
      example: { desk: 'north' },
    }),
  })
  .superRefine(
    ({ type, subject, business: company }, issues) => {
      const refuse = (path: string[], message: string) => issues.addIssue({ code: 'custom', path, message });
      const need = (
        path: string[],
        value: Readonly<Record<string, unknown>> | undefined,
        names: readonly string[],
      ) => {
        // Something else than an object is refused as such.
        if (value !== undefined && !isRecord(value)) return;
        const missing = names.filter((name) => value?.[name] === undefined);
        for (const name of missing) {
          refuse([...path, name], insufficient(`To identify the subject we need ${name}.`));
        }
      };
      if (type === 'individual') {
        need(['subject'], subject, needed.subject);
        if (isRecord(subject) && subject.address)
          need(['subject', 'address'], subject.address, needed.address);
        if (company) refuse(['business'], coded('invalid_value', 'A check of a person takes no business.'));
      } else if ((type as string) === 'business') {
        if (subject) refuse(['subject'], coded('invalid_value', 'A check of a business takes no subject.'));
        need(['business'], company, needed.business);
      }
    },
    { when: reportsAllFields },
  )
  .meta({ id: 'IdentityCheckRequest' });

export type CreateIdentityCheckInput = z.output<typeof createIdentityCheckSchema>;

const instant = z.iso.datetime();

export const identityCheckSchema = z
  .strictObject({
    id: z.string().meta({ example: 'idc_01kc2m3n4p5q6r7s8t9v0w1x2y' }),
    object: z.literal('identity_check'),
    livemode: z.boolean(),
    created: instant,
    updated: instant,
    status: z.enum(identityCheckStatuses),
    type: z.enum(identityCheckTypes),
    subject: z
      .strictObject({
        first_name: z.string().meta({ description: 'Initials only.', example: 'A' }),
        last_name: z.string().meta({ description: 'Initials only.', example: 'L' }),
        date_of_birth: z.string().meta({ description: 'The year only.', example: '1980-••-••' }),
        address: z.strictObject({
          postcode: z.string().nullable().meta({
            description: 'Outward half of a British postcode; otherwise null.',
            example: 'SW1A',
          }),
          country: z.string().meta({ example: 'GB' }),
        }),
        nationality: z.string().nullable().meta({ description: 'Hidden when it was given.', example: '••' }),
      })
      .nullable()
      .meta({ description: 'Masked. Null for a business, and once the person was erased.' }),
    business: z
      .strictObject({
        company_number: z.string().meta({ example: '00000401' }),
        name: z.string().meta({ example: 'Healthy Ltd' }),
      })
      .nullable(),
    application_id: z.string().nullable(),
    reference: z.string().nullable(),
    metadata: z.record(z.string(), z.string()).nullable(),
    checks: z
      .array(z.strictObject({ kind: z.enum(findingKinds), result: z.enum(findingResults) }))
      .meta({ description: 'What was examined; empty while the check is pending.' }),
  })
  .meta({ id: 'IdentityCheck', description: 'One KYC/AML check of a person or a company.' });

export type IdentityCheck = z.infer<typeof identityCheckSchema>;

export const listIdentityChecksSchema = z.strictObject({
  ...listParameters,
  status: z.enum(identityCheckStatuses).optional().meta({ description: 'Only checks in this status.' }),
});

export type ListIdentityChecksQuery = z.output<typeof listIdentityChecksSchema>;
