// Fields of the forms of lib/auth.
import { z } from 'zod';
import { passkeyAnswerSchema } from './passkeys/schemas';
import { newPasswordSchema } from './password-rules';

export const signInSchema = z.strictObject({
  // Not judged: what is no address has no account, and gets that answer.
  email: z.string().max(254),
  password: z.string().max(1_024),
  code: z.string().max(64).optional(),
});

/** Staff may answer with a passkey instead of a code. */
export const staffSignInSchema = signInSchema.extend({ passkey: passkeyAnswerSchema.optional() });

export const changePasswordSchema = z.strictObject({
  current_password: z.string().max(1_024),
  password: newPasswordSchema,
});

export const stepUpSchema = z.strictObject({
  password: z.string().max(1_024).optional(),
  code: z.string().max(64).optional(),
});
