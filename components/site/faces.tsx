import type { ReactNode } from 'react';
import { Status } from '../ui/status';

interface FaceProps {
  readonly title: string;
  readonly reader: string;
  readonly text: string;
  /** A small, true piece of the face; for the eye only. */
  readonly children: ReactNode;
}

function Face({ title, reader, text, children }: FaceProps) {
  return (
    <li className="flex flex-col">
      <div aria-hidden className="h-44 overflow-hidden rounded-surface border border-line bg-surface text-12">
        {children}
      </div>
      <div className="mt-4 flex items-baseline justify-between gap-3">
        <h3 className="text-16 font-semibold">{title}</h3>
        <span className="text-12 text-ink-muted">{reader}</span>
      </div>
      <p className="mt-1 text-ink-soft">{text}</p>
    </li>
  );
}

const answer = [
  ['HTTP/1.1', '201 Created'],
  ['Credicorp-Request-Id', 'req_01k9z6t1m8x3'],
  ['RateLimit-Limit', '5'],
  ['RateLimit-Remaining', '4'],
  ['RateLimit-Reset', '1'],
  ['Idempotency-Replayed', 'true'],
] as const;

const calls = [
  { time: '17:40:12', call: 'POST /applications', status: '201', tone: 'positive' },
  { time: '17:40:12', call: 'GET /decisions/app_01k9', status: '409', tone: 'caution' },
  { time: '17:40:13', call: 'GET /decisions/app_01k9', status: '200', tone: 'positive' },
  { time: '17:40:31', call: 'POST /applications', status: '422', tone: 'danger' },
] as const;

const payouts = [
  { amount: '£25,000.00', payee: 'Healthy Ltd', shape: 'half', word: '1 of 2' },
  { amount: '£8,400.00', payee: 'Second Look Ltd', shape: 'outline', word: '0 of 2' },
  { amount: '£61,250.00', payee: 'Many Offers Ltd', shape: 'full', word: 'Settled' },
] as const;

/** What programs, partners and staff each see. */
export function Faces() {
  return (
    <ul className="mt-10 grid gap-x-8 gap-y-10 md:grid-cols-3">
      <Face
        title="The API"
        reader="For programs"
        text="OAuth, idempotent writes, exact limits, and errors that name the field and the mend."
      >
        <div className="space-y-1.5 p-4 font-mono">
          {answer.map(([name, value]) => (
            <div key={name} className="flex justify-between gap-4 whitespace-nowrap">
              <span className="text-ink-muted">{name}</span>
              <span className="text-accent">{value}</span>
            </div>
          ))}
        </div>
      </Face>
      <Face
        title="The partner console"
        reader="For partners"
        text="Keys, usage and every request you made: what was sent, which rule broke, how to mend it."
      >
        <div className="divide-y divide-line">
          <div className="flex h-9 items-center bg-sunken px-4 font-medium text-ink-muted">Requests</div>
          {calls.map((call, index) => (
            <div key={index} className="flex h-[34px] items-center gap-3 px-4 font-mono whitespace-nowrap">
              <span className="numeric text-ink-muted">{call.time}</span>
              <span className="grow truncate">{call.call}</span>
              <Status tone={call.tone}>{call.status}</Status>
            </div>
          ))}
        </div>
      </Face>
      <Face
        title="Operations"
        reader="For the lender’s staff"
        text="Seven pieces of evidence beside each payout, two officers, and an audit that cannot be rewritten."
      >
        <div>
          <div className="flex h-9 items-center justify-between bg-ops px-4 font-medium text-ops-ink">
            Money out <span className="text-ops-muted">needs me 2</span>
          </div>
          <div className="divide-y divide-line">
            {payouts.map((payout) => (
              <div key={payout.payee} className="flex h-11 items-center gap-3 px-4">
                <span className="numeric w-20 text-right font-medium">{payout.amount}</span>
                <span className="grow truncate text-ink-soft">{payout.payee}</span>
                <Status tone={payout.shape === 'full' ? 'positive' : 'caution'} shape={payout.shape}>
                  {payout.word}
                </Status>
              </div>
            ))}
          </div>
        </div>
      </Face>
    </ul>
  );
}
