// When each event is sent, in words; its object is the family's.
import type { eventTypes } from '@/lib/webhooks';

type ListedEvent = (typeof eventTypes)[number];

/** A type that lib/webhooks adds and nobody described does not compile. */
export const eventStories: Readonly<Record<ListedEvent, string>> = {
  'application.created': 'An application was opened.',
  'application.submitted': 'It was submitted for decision, by you or by the applicant.',
  'application.accepted': 'An offer was accepted.',
  'application.withdrawn': 'You withdrew it.',
  'application.expired': 'Its time ran out before the next step.',
  'application.funded': 'The money of its accepted offer has arrived.',
  'decision.completed': 'A final outcome is there: approved or declined.',
  'decision.referred': 'A second pass is needed; it happens by itself.',
  'payment.succeeded': 'The payer approved; the money is on its way.',
  'payment.settled': 'The money has arrived.',
  'payment.failed': 'The bank refused, or took a payment back.',
  'payment.cancelled': 'You withdrew the link.',
  'payment.expired': 'Nobody paid in time.',
  'identity_check.completed': 'A check passed or failed.',
  'identity_check.needs_review': 'A person has to look at a check.',
  'disbursement.requested': 'You asked for the money of an offer.',
  'disbursement.on_hold': 'An officer looks closer.',
  'disbursement.rejected': 'An officer refused the request.',
  'disbursement.cancelled': 'You withdrew the request.',
  'disbursement.expired': 'Nobody released it within seven days.',
  'disbursement.released': 'Two people released it.',
  'disbursement.failed': 'The bank refused it for good.',
  'disbursement.returned': 'The bank sent the money back.',
  'loan.disbursed': 'The money is in the borrower’s account.',
  'project.tier_changed': 'The project has other limits from now on.',
  'webhook_endpoint.disabled': 'We stopped delivering to an endpoint.',
};

/** What `data.object` is, by family. */
export const eventObjects: Readonly<Record<string, string>> = {
  application: 'application',
  decision: 'decision',
  payment: 'payment_link',
  identity_check: 'identity_check',
  disbursement: 'disbursement',
  loan: 'disbursement, with disbursed_amount_pence and method',
  project: 'project',
  webhook_endpoint: 'webhook_endpoint',
};
