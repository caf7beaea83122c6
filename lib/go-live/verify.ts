// Staff verify a company: they have looked at the register, the website and the contacts. Who did so releases no money
// of this partner (lib/disbursements/rules reads the audit entry).
import { z } from 'zod';
import { actorId, type StaffActor } from '@/lib/core/actor';
import { ApiError } from '@/lib/core/errors';
import type { ActContext } from '@/lib/core/context';
import { recordAudit } from '@/lib/audit';
import { findProfile, markVerified } from './repository/requests';

export const verifySchema = z.strictObject({
  /** `updated` of the details that were looked at: later ones are not what this person verified. */
  updated: z.iso.datetime(),
  /** What was checked against what. */
  note: z.string().trim().min(1).max(2_000),
});

/**
 * Verifies the details as they stood at `updated`.
 *
 * @throws ApiError `resource_not_found` without details; `invalid_state` when they changed meanwhile or are verified.
 */
export async function verifyPartner({
  ctx,
  input,
}: {
  readonly ctx: ActContext & { readonly actor: StaffActor };
  readonly input: z.output<typeof verifySchema> & { readonly partnerId: string };
}): Promise<void> {
  const { partnerId, note } = input;
  const profile = await findProfile(partnerId);
  if (!profile) throw new ApiError('resource_not_found');
  const mark = { updatedAt: new Date(input.updated), verifiedBy: actorId(ctx.actor) };
  if (!(await markVerified(partnerId, mark, ctx.tx))) {
    throw new ApiError('invalid_state', {
      message:
        'The company’s details have changed since you looked, or somebody has verified them. Look again.',
    });
  }
  await recordAudit(ctx.tx, { stream: partnerId, actor: ctx.actor, act: 'partner.verify', objectId: partnerId, requestId: ctx.requestId, detail: { company_number: profile.companyNumber, note } }); // prettier-ignore
}
