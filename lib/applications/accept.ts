// Accepts an offer: freezes its terms and the agreement's text with its hash (contract §8).
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { invalidState } from '@/lib/core/transition';
import { findOffer, type Offer } from '@/lib/decisions';
import { agreementHash, agreementText } from './agreement';
import { insertAgreement, type ApplicationRow } from './repository';
import type { AcceptOfferInput, Application } from './schemas';
import { toApplication } from './serialize';
import { expiryOf } from './state';
import { moveApplication, moverOf, requireLocked } from './transition';

export interface AcceptOffer {
  readonly ctx: WriteContext;
  readonly input: AcceptOfferInput & { readonly id: string };
}

/** In live the applicant accepts himself, unless staff allowed the project to act for him. */
function requireMayAccept({ actor, project }: WriteContext): void {
  if (project.livemode && actor.kind === 'client' && !project.actsForApplicants) {
    throw new ApiError('hosted_acceptance_required');
  }
}

/** Whether the clock ended this application only because its offers had ended. */
function endedWithItsOffers({ status, latestVersion, acceptedOfferId }: ApplicationRow): boolean {
  return status === 'expired' && latestVersion > 0 && acceptedOfferId === null;
}

async function requireOpenOffer({ ctx, input }: AcceptOffer, row: ApplicationRow): Promise<Offer> {
  if (row.status !== 'approved' && !endedWithItsOffers(row))
    throw invalidState('application', row.status, 'accepted');
  const found = await findOffer(row.id, input.offer_id, ctx.tx);
  if (!found) throw new ApiError('resource_not_found', { param: 'offer_id' });
  if (found.version !== row.latestVersion) {
    throw new ApiError('invalid_state', {
      message: 'This offer is void: a later version of the decision replaced it.',
    });
  }
  const expired = ctx.clock.now() >= new Date(found.offer.expires_at);
  if (expired || row.status === 'expired') throw new ApiError('offer_expired', { param: 'offer_id' });
  return found.offer;
}

/**
 * @throws ApiError `resource_not_found` (application or offer), `hosted_acceptance_required`, `invalid_state`
 *   (also for an offer of an earlier version), `offer_expired`.
 */
export async function acceptOffer(call: AcceptOffer): Promise<Application> {
  const { ctx, input } = call;
  const before = await requireLocked(ctx.project.id, input.id, ctx.tx);
  requireMayAccept(ctx);
  const offer = await requireOpenOffer(call, before);
  const acceptedAt = ctx.clock.now();
  const { name, email } = input.accepted_by;
  const text = agreementText(before, offer, { name, at: acceptedAt });
  const textSha256 = agreementHash(text);
  await insertAgreement(
    {
      applicationId: before.id,
      offerId: offer.id,
      terms: offer,
      text,
      textSha256,
      acceptedByName: name,
      acceptedByEmail: email,
      acceptedVia: ctx.actor.kind === 'link' ? 'hosted' : 'api',
      acceptedAt,
    },
    ctx.tx,
  );
  const after = await moveApplication(moverOf(ctx), before, {
    act: 'accepted',
    audit: 'application.accept',
    auditDetail: { offer_id: offer.id, agreement_sha256: textSha256 },
    event: 'application.accepted',
    changes: { acceptedOfferId: offer.id, expiresAt: expiryOf('accepted', acceptedAt) },
  });
  return toApplication(after);
}
