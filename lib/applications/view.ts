// An application as its applicant sees it: by the link alone, and nothing of the project beyond who sent him.
import { projectClock } from '@/lib/core/clock';
import { readLatestDecision, type Decision, type Offer } from '@/lib/decisions';
import { findProject } from '@/lib/projects';
import { agreementHash, agreementTerms } from './agreement';
import { findByToken } from './hosted-context';
import { findAgreement, type ApplicationRow, type HostedRow } from './repository';
import type { ApplicationStatus } from './state';

/** The terms of an offer as the applicant reads them before he accepts. */
export interface OfferToAccept extends Offer {
  readonly terms: string;
  readonly termsSha256: string;
}

export interface ApplicantView {
  readonly id: string;
  readonly livemode: boolean;
  /** As of now: `expired` also when the clock has ended it and no job has been by yet. */
  readonly status: ApplicationStatus;
  readonly partnerName: string;
  readonly companyNumber: string;
  readonly companyName: string | null;
  readonly amountPence: number;
  readonly termMonths: number;
  readonly purpose: ApplicationRow['purpose'];
  readonly firstName: string | null;
  readonly email: string | null;
  /** Until when it can be gone on with; null when nothing runs. */
  readonly expiresAt: Date | null;
  /** The first look was not enough: a second one is under way. */
  readonly isReferred: boolean;
  readonly reason: Decision['reason'];
  readonly conditions: Decision['conditions'];
  /** What he may choose from now. */
  readonly offers: readonly OfferToAccept[];
  readonly agreement: {
    readonly text: string;
    readonly textSha256: string;
    readonly acceptedByName: string;
    readonly acceptedAt: Date;
    readonly terms: Offer;
  } | null;
  /** Back to the partner, with the application's id and status; null where he gave no address. */
  readonly returnUrl: string | null;
}

/** `in_review` after a referral, or `expired` before the job has been by. */
function statusNow(row: HostedRow, now: Date): ApplicationStatus {
  const isOver = row.expiresAt !== null && row.expiresAt <= now;
  return isOver ? 'expired' : row.status;
}

/** Only what the project still lists in live: a list may have changed since the application was made. */
async function returnUrlOf(row: HostedRow, status: ApplicationStatus): Promise<string | null> {
  if (row.redirectUri === null) return null;
  const project = row.livemode ? await findProject(row.projectId) : null;
  if (row.livemode && !project?.redirectUris.includes(row.redirectUri)) return null;
  const url = new URL(row.redirectUri);
  url.searchParams.set('application_id', row.id);
  url.searchParams.set('status', status);
  return url.href;
}

function toAccept(row: ApplicationRow, offer: Offer): OfferToAccept {
  const terms = agreementTerms(row, offer);
  return { ...offer, terms, termsSha256: agreementHash(terms) };
}

/** What the applicant's page shows; null for a link that is not right. */
export async function viewForApplicant(token: string): Promise<ApplicantView | null> {
  const row = await findByToken(token);
  if (!row) return null;
  const now = projectClock(row.clockOffsetSeconds).now();
  const status = statusNow(row, now);
  const [decision, agreement, returnUrl] = await Promise.all([
    row.latestVersion > 0 ? readLatestDecision(row.projectId, row.id) : null,
    findAgreement(row.id),
    returnUrlOf(row, status),
  ]);
  const isOpen = (offer: Offer) => new Date(offer.expires_at) > now;
  return {
    id: row.id,
    livemode: row.livemode,
    status,
    partnerName: row.partnerName,
    companyNumber: row.companyNumber,
    companyName: row.companyName,
    amountPence: row.amountPence,
    termMonths: row.termMonths,
    purpose: row.purpose,
    firstName: row.applicantFirstName,
    email: row.applicantEmail,
    expiresAt: row.expiresAt,
    isReferred: status === 'in_review' && decision?.outcome === 'referred',
    reason: decision?.reason ?? null,
    conditions: decision?.conditions ?? [],
    offers:
      status === 'approved'
        ? (decision?.offers ?? []).filter(isOpen).map((offer) => toAccept(row, offer))
        : [],
    agreement,
    returnUrl,
  };
}
