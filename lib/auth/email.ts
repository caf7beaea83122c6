// E-mail addresses as we keep them.
import { z } from 'zod';
import { coded } from '@/lib/core/field-errors';

/** One spelling for one mailbox: lower case, no space around it. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** An address that somebody typed. */
export const emailSchema = z
  .string()
  .transform(normaliseEmail)
  .pipe(z.email(coded('invalid_email', 'This is not an e-mail address.')).max(254, coded('invalid_email', 'The e-mail address is too long.'))); // prettier-ignore
