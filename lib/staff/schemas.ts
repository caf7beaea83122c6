// Fields of the form that makes somebody staff.
import { z } from 'zod';
import { newPasswordSchema } from '@/lib/auth';

export const readEnrolmentSchema = z.strictObject({ token: z.string().max(64) });
export const completeEnrolmentSchema = z.strictObject({
  token: z.string().max(64),
  password: newPasswordSchema,
  code: z.string().max(16),
});
