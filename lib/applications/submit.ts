// Submits an application for decision: white-label by API, or at the end of the hosted journey (contract §8).
import type { WriteContext } from '@/lib/core/context';
import { fieldError } from '@/lib/core/field-errors';
import { newId } from '@/lib/core/ids';
import { requireTransition } from '@/lib/core/transition';
import type { ApplicationRow } from './repository';
import { requestReview } from './request-review';
import type { Application } from './schemas';
import { toApplication } from './serialize';
import { applicationTransitions } from './state';
import { moveApplication, moverOf, requireLocked } from './transition';

/** Nobody is decided about whom we could not tell: the contract asks for both at creation, too. */
function requireApplicant({ applicantEmail, applicantFirstName }: ApplicationRow): void {
  if (applicantEmail === null) throw fieldError('parameter_missing', 'applicant.email', 'To submit, the applicant’s e-mail is required.'); // prettier-ignore
  if (applicantFirstName === null) throw fieldError('parameter_missing', 'applicant.first_name', 'To submit, the applicant’s first name is required.'); // prettier-ignore
}

/** @throws ApiError `resource_not_found`, `invalid_state`, `parameter_missing` without the applicant's details. */
export async function submitApplication(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
}): Promise<Application> {
  const { ctx, input } = call;
  const before = await requireLocked(ctx.project.id, input.id, ctx.tx);
  requireTransition(applicationTransitions, 'application', before.status, 'submitted');
  requireApplicant(before);
  const after = await moveApplication(moverOf(ctx), before, {
    act: 'submitted',
    audit: 'application.submit',
    event: 'application.submitted',
    changes: { decisionId: newId('dec') },
  });
  await requestReview(ctx.tx, after);
  return toApplication(after);
}
