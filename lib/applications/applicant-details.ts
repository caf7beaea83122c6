// The applicant's own details, as he gives them on the hosted page before he submits (contract §8).
import { z } from 'zod';
import { recordAudit } from '@/lib/audit';
import { requireTransition } from '@/lib/core/transition';
import { emailField } from '@/lib/core/request-fields';
import { asApplicant } from './hosted-context';
import { updateApplicant } from './repository';
import { applicationTransitions } from './state';
import { requireLocked } from './transition';

/** A person's name or address as a form sends it. */
const line = (most: number) => z.string().trim().min(1).max(most);

export const applicantDetailsSchema = z.strictObject({
  first_name: line(100),
  email: z.string().trim().pipe(emailField),
});

export type ApplicantDetails = z.output<typeof applicantDetailsSchema>;

/** Keeps the details with an application that is not submitted yet. @throws ApiError `resource_not_found`, `invalid_state`. */
export function saveApplicantDetails(call: {
  readonly token: string;
  readonly details: ApplicantDetails;
}): Promise<void> {
  return asApplicant(call.token, async (ctx, id) => {
    const row = await requireLocked(ctx.project.id, id, ctx.tx);
    requireTransition(applicationTransitions, 'application', row.status, 'submitted');
    const { first_name: firstName, email } = call.details;
    await updateApplicant(id, { firstName, email }, ctx.clock.now(), ctx.tx);
    await recordAudit(ctx.tx, {
      stream: ctx.project.id,
      actor: ctx.actor,
      act: 'application.give_details',
      objectId: id,
      requestId: ctx.requestId,
      detail: { given: ['applicant.first_name', 'applicant.email'] },
    });
  });
}
