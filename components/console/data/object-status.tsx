import { Status } from '@/components/ui/status';

type Look = Pick<Parameters<typeof Status>[0], 'tone' | 'shape'>;

const waiting: Look = { tone: 'caution', shape: 'outline' };
const underWay: Look = { tone: 'info', shape: 'half' };
const good: Look = { tone: 'positive' };
const bad: Look = { tone: 'danger' };
const over: Look = { tone: 'neutral' };

const looks: Readonly<Record<string, Look>> = {
  created: { tone: 'neutral', shape: 'outline' },
  open: { tone: 'neutral', shape: 'outline' },
  pending: underWay,
  submitted: underWay,
  in_review: underWay,
  authorising: underWay,
  released: underWay,
  sent: underWay,
  needs_review: waiting,
  requested: waiting,
  approved: waiting,
  on_hold: waiting,
  unknown: waiting,
  accepted: good,
  funded: good,
  passed: good,
  succeeded: good,
  settled: good,
  declined: bad,
  failed: bad,
  rejected: bad,
  returned: bad,
  withdrawn: over,
  cancelled: over,
  expired: over,
};

/** Where an object stands, in the word of the API. */
export function ObjectStatus({ status, object }: { status: string; object: string }) {
  // An approved application is good news; an approved disbursement waits for its second officer.
  const look = status === 'approved' && object !== 'disbursement' ? good : (looks[status] ?? over);
  return <Status {...look}>{status.replaceAll('_', ' ')}</Status>;
}
