// Fields that several resources take, with the contract's limits and codes (§7). A resource adds its description.
import { z } from 'zod';
import { coded } from './field-errors';

/** Whether a value of unknown origin has members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/**
 * `when` of a rule across fields: it speaks even when single fields failed, so that one refusal names everything. The
 * rule then sees values that were refused, too.
 */
export function reportsAllFields({ value }: { readonly value: unknown }): boolean {
  return isRecord(value) && !Array.isArray(value);
}

export const emailField = z
  .email(coded('invalid_email', 'This is not an e-mail address.'))
  .max(254, coded('invalid_email', 'An e-mail address has at most 254 characters.'));

function isPlainHttps(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // A browser would repair white space and backslashes, each in its own way.
  return (
    !/[\s\\]/.test(text) &&
    url?.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.hostname !== ''
  );
}

/** An absolute https URL without credentials. */
export const httpsUrlField = z
  .string()
  .max(2048)
  .refine(isPlainHttps, coded('invalid_value', 'It must be an absolute https URL without credentials.'));

const metadataMessage = coded(
  'invalid_value',
  'At most 20 pairs, keys of 1–40 and values of at most 500 characters.',
);
export const metadataField = z
  .record(z.string().min(1, metadataMessage).max(40, metadataMessage), z.string().max(500, metadataMessage))
  .refine((pairs) => Object.keys(pairs).length <= 20, metadataMessage);

/** A Companies House number. */
export const companyNumberField = z
  .string()
  .regex(
    /^([0-9]{8}|[A-Z]{2}[0-9]{6})$/,
    coded('invalid_company_number', 'A company number is 8 digits, or 2 letters and 6 digits.'),
  );
