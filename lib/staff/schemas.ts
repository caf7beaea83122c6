// Fields of the forms that make somebody staff, and change what he is.
import { z } from 'zod';
import { coded } from '@/lib/core/field-errors';
import { emailSchema, newPasswordSchema } from '@/lib/auth';
import type { ProposeStaffChange } from './changes';

export const readEnrolmentSchema = z.strictObject({ token: z.string().max(64) });
export const completeEnrolmentSchema = z.strictObject({
  token: z.string().max(64),
  password: newPasswordSchema,
  code: z.string().max(16),
});

const reasonRule = 'Give the reason in 10 to 500 characters.';
const reason = z.string().trim().min(10, coded('invalid_value', reasonRule)).max(500, coded('invalid_value', reasonRule)); // prettier-ignore
const role = z.enum(['reviewer', 'releaser', 'admin', 'auditor']);
const personId = z.string().max(64);

export const proposeStaffChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('invite'), email: emailSchema, name: z.string().trim().min(1, coded('parameter_missing', 'Enter the name.')).max(120), role, reason }),
  z.strictObject({ kind: z.literal('change_role'), person_id: personId, role, reason }),
  z.strictObject({ kind: z.literal('remove'), person_id: personId, reason }),
]); // prettier-ignore

/** What the form said, as the verb takes it. */
export function toProposal(body: z.output<typeof proposeStaffChangeSchema>): ProposeStaffChange {
  if (body.kind === 'invite') return body;
  const { person_id: id, ...rest } = body;
  return { ...rest, personId: id };
}
