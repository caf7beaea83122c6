// An application as the API shows it.
import { handoffUrl } from './hosted-link';
import type { ApplicationRow } from './repository';
import type { Application } from './schemas';

export function toApplication(row: ApplicationRow): Application {
  const hasApplicant = row.applicantEmail !== null || row.applicantFirstName !== null;
  return {
    id: row.id,
    object: 'application',
    livemode: row.livemode,
    created: row.createdAt.toISOString(),
    updated: row.updatedAt.toISOString(),
    status: row.status,
    business: { company_number: row.companyNumber, name: row.companyName },
    amount_pence: row.amountPence,
    currency: 'GBP',
    term_months: row.termMonths,
    product: row.product,
    purpose: row.purpose,
    applicant: hasApplicant ? { email: row.applicantEmail, first_name: row.applicantFirstName } : null,
    redirect_uri: row.redirectUri,
    reference: row.reference,
    introduction_id: row.introductionId,
    metadata: row.metadata,
    handoff_url: handoffUrl(row.id, row.handoffNonce),
    decision_id: row.decisionId,
    accepted_offer_id: row.acceptedOfferId,
    disbursement_id: row.disbursementId,
  };
}
