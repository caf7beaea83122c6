// Fields of the forms of accounts and teams.
import { z } from 'zod';
import { coded } from '@/lib/core/field-errors';
import { emailSchema, memberRoles, newPasswordSchema } from '@/lib/auth';

const nameSchema = (what: string) =>
  z.string().trim().min(1, coded('invalid_value', `Enter ${what}.`)).max(120, coded('invalid_value', 'Use at most 120 characters.')); // prettier-ignore
const token = z.string().max(64);

export const signUpSchema = z.strictObject({
  email: emailSchema,
  password: newPasswordSchema,
  name: nameSchema('your name'),
  company_name: nameSchema('the name of your company'),
});

export const verifySchema = z.union([
  z.strictObject({ code: z.string().max(16) }),
  z.strictObject({ token, password: z.string().max(1_024).optional() }),
]);

export const emailOnlySchema = z.strictObject({ email: emailSchema });
export const resetSchema = z.strictObject({ token, password: newPasswordSchema });
export const codeSchema = z.strictObject({ code: z.string().max(16) });

export const inviteSchema = z.strictObject({ email: emailSchema, role: z.enum(memberRoles) });
export const roleSchema = z.strictObject({ role: z.enum(memberRoles) });
/** `name` and `password` make a person who has no account; `password` alone signs one in who has. */
export const acceptInvitationSchema = z.strictObject({
  token,
  name: nameSchema('your name').optional(),
  password: newPasswordSchema,
  code: z.string().max(64).optional(),
});
