// What the sandbox can be told to play for an object, and from which states each act leads anywhere (contract §10).
import type { Resource, ShownObject } from './resources';

export interface Simulation {
  readonly act: string;
  readonly label: string;
  /** What will happen. */
  readonly effect: string;
  /** States from which it leads somewhere. */
  readonly from: readonly string[];
  /** Of the route; left out where the act is all there is to say. */
  readonly body?: { readonly act: string };
}

const unpaid = ['open', 'failed', 'authorising'];
const onItsWay = ['requested', 'approved', 'released', 'unknown', 'sent'];

const simulations: Partial<Record<Resource, readonly Simulation[]>> = {
  applications: [
    {
      act: 'resolve',
      label: 'Resolve review',
      effect: 'The slow bureau answers, or a referral is decided.',
      from: ['submitted', 'in_review'],
    },
  ],
  'payment-links': [
    { act: 'authorise', label: 'Authorise payment', effect: 'The payer says yes at the bank.', from: unpaid },
    {
      act: 'settle',
      label: 'Settle payment',
      effect: 'The payer says yes, and the money arrives.',
      from: [...unpaid, 'succeeded'],
    },
    {
      act: 'fail',
      label: 'Fail payment',
      effect: 'The bank refuses; after the payment: the payer disputes it.',
      from: [...unpaid, 'succeeded', 'settled'],
    },
  ].map((simulation) => ({ ...simulation, body: { act: simulation.act } })),
  'identity-checks': [
    { act: 'pass', label: 'Pass check', effect: 'Everything matches.', from: ['pending', 'needs_review'] },
    {
      act: 'fail',
      label: 'Fail check',
      effect: 'Something does not match.',
      from: ['pending', 'needs_review'],
    },
    { act: 'review', label: 'Refer check', effect: 'A person has to look.', from: ['pending'] },
  ].map((simulation) => ({ ...simulation, body: { act: simulation.act } })),
  disbursements: [
    {
      act: 'release',
      label: 'Release money',
      effect: 'Both officers say yes, and the bank is told.',
      from: onItsWay.slice(0, 3),
    },
    { act: 'settle', label: 'Settle payment', effect: 'The money arrives.', from: onItsWay },
    {
      act: 'return',
      label: 'Return payment',
      effect: 'The bank sends the money back.',
      from: [...onItsWay, 'settled'],
    },
  ].map((simulation) => ({ ...simulation, body: { act: simulation.act } })),
};

export const simulationsOf = (resource: Resource) => simulations[resource] ?? [];

/** Why the act leads nowhere from where the object stands; undefined when it may be played. */
export function whyNot(
  { from }: Simulation,
  { status = '' }: Pick<ShownObject, 'status'>,
): string | undefined {
  if (from.includes(status)) return undefined;
  const words = from.map((state) => state.replaceAll('_', ' '));
  const last = words.pop() ?? '';
  const list = words.length === 0 ? last : `${words.join(', ')} or ${last}`;
  return `Not from “${status.replaceAll('_', ' ')}”: only from ${list}.`;
}

/** The route that plays it. */
export function simulationPath(projectId: string, resource: Resource, id: string): string {
  const kind = resource === 'applications' ? 'decisions' : resource;
  return `/api/console/projects/${projectId}/simulations/${kind}/${id}`;
}
