// The catalogue of events (contract §9). A transition that is not named here has an audit entry and no event.
// A new type is one more line.

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

/** Sent to one endpoint because its owner asked for it; nobody subscribes to it. */
export const testEventType = 'webhook_endpoint.test';

export type EventType = (typeof eventTypes)[number] | typeof testEventType;

const familyOf = (type: string) => `${type.split('.')[0] ?? ''}.*`;

const subscriptions = new Set<string>(['*', ...eventTypes, ...eventTypes.map(familyOf)]);

/** Whether an endpoint may subscribe to `text`: a type, `family.*`, or `*`. */
export function isSubscription(text: string): boolean {
  return subscriptions.has(text);
}

/** The subscriptions that an event of this type answers. */
export function subscriptionsTo(type: string): string[] {
  return type === testEventType ? [] : ['*', type, familyOf(type)];
}
