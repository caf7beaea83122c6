// The catalogue of events (contract §9). A transition that is not named here has an audit entry and no event.

/** The shape of events that this code writes. */
export const apiVersion = '2026-07-01';

export const eventTypes = [
  'application.created',
  'application.submitted',
  'application.accepted',
  'application.withdrawn',
  'application.expired',
  'application.funded',
  'decision.completed',
  'decision.referred',
  'payment.succeeded',
  'payment.settled',
  'payment.failed',
  'payment.cancelled',
  'payment.expired',
  'identity_check.completed',
  'identity_check.needs_review',
  'disbursement.requested',
  'disbursement.on_hold',
  'disbursement.rejected',
  'disbursement.cancelled',
  'disbursement.expired',
  'disbursement.released',
  'disbursement.failed',
  'disbursement.returned',
  'loan.disbursed',
  'project.tier_changed',
  'webhook_endpoint.disabled',
] as const;

export type EventType = (typeof eventTypes)[number];
