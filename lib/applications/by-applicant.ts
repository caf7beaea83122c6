// The applicant submits, and accepts, on the hosted page: the verbs of the API, with his link as the actor.
import { z } from 'zod';
import { ApiError } from '@/lib/core/errors';
import { emailField } from '@/lib/core/request-fields';
import { findOffer } from '@/lib/decisions';
import { acceptOffer } from './accept';
import { agreementHash, agreementTerms } from './agreement';
import { asApplicant } from './hosted-context';
import { submitApplication } from './submit';
import { requireLocked } from './transition';

/** @throws ApiError `resource_not_found`, `invalid_state`, `parameter_missing` without his details. */
export function submitByApplicant({ token }: { readonly token: string }): Promise<void> {
  return asApplicant(token, async (ctx, id) => void (await submitApplication({ ctx, input: { id } })));
}

export const applicantAcceptanceSchema = z.strictObject({
  offer_id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(200),
  email: z.string().trim().pipe(emailField),
  /** Of the terms that the page showed. */
  terms_sha256: z.string().regex(/^[0-9a-f]{64}$/),
  consent: z.literal('yes'),
});

/**
 * @throws ApiError `resource_not_found`, `invalid_state`, `offer_expired`; `invalid_value` when the terms are not those
 *   that he was shown.
 */
export function acceptByApplicant(call: {
  readonly token: string;
  readonly acceptance: z.output<typeof applicantAcceptanceSchema>;
}): Promise<void> {
  const { offer_id: offerId, name, email, terms_sha256: shown } = call.acceptance;
  return asApplicant(call.token, async (ctx, id) => {
    const row = await requireLocked(ctx.project.id, id, ctx.tx);
    const found = await findOffer(id, offerId, ctx.tx);
    if (!found) throw new ApiError('resource_not_found', { param: 'offer_id' });
    if (agreementHash(agreementTerms(row, found.offer)) !== shown) {
      throw new ApiError('invalid_value', { param: 'terms_sha256' });
    }
    await acceptOffer({ ctx, input: { id, offer_id: offerId, accepted_by: { name, email } } });
  });
}
