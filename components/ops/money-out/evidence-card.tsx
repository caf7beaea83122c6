import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { DateTime } from '@/components/ui/date-time';
import { IdChip } from '@/components/ui/id-chip';
import { Money } from '@/components/ui/money';
import type { EvidenceCard as Card, PayeeCheck, ShownDisbursement } from '@/lib/disbursements';
import { cardTitles, factName, payeeCheckWords } from './words';

const verdicts = {
  pass: { icon: CircleCheck, word: 'Pass', ink: 'text-accent', edge: 'border-line' },
  warn: { icon: TriangleAlert, word: 'Look', ink: 'text-caution', edge: 'border-caution/40' },
  fail: { icon: CircleAlert, word: 'Fail', ink: 'text-danger', edge: 'border-danger/50' },
} as const;

const hash = /^[0-9a-f]{64}$/;
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

interface Check {
  readonly id: string;
  readonly type: string;
  readonly status: string;
}

function Checks({ checks }: { checks: readonly Check[] }) {
  if (checks.length === 0) return 'Part of the decision: none was asked for on its own.';
  return (
    <ul className="space-y-1">
      {checks.map(({ id, type, status }) => (
        <li key={id} className="flex flex-wrap items-center gap-1.5">
          {factName(type)} <Badge tone={status === 'passed' ? 'accent' : 'caution'}>{status}</Badge>
        </li>
      ))}
    </ul>
  );
}

interface CallBack {
  readonly id: string;
  readonly confirmed: boolean;
  readonly number_source: string;
  readonly recorded_by: string;
}

function CallBacks({
  callBacks,
  people,
}: { callBacks: readonly CallBack[] } & Pick<ShownDisbursement, 'people'>) {
  if (callBacks.length === 0) return 'None recorded';
  return (
    <ul className="space-y-1">
      {callBacks.map((one) => (
        <li key={one.id}>
          {one.confirmed ? 'Account confirmed' : 'Account not confirmed'} to{' '}
          {people[one.recorded_by] ?? one.recorded_by}; number from {one.number_source}
        </li>
      ))}
    </ul>
  );
}

/** One fact as its kind is written. */
export function factValue(fact: string, value: unknown, people: ShownDisbursement['people']): ReactNode {
  if (value === null || value === undefined) return 'None';
  if (fact === 'checks') return <Checks checks={value as readonly Check[]} />;
  if (fact === 'call_backs') return <CallBacks callBacks={value as readonly CallBack[]} people={people} />;
  if (fact === 'result') return payeeCheckWords[value as PayeeCheck];
  if (fact.endsWith('_pence')) return <Money pence={Number(value)} />;
  if (fact.endsWith('_percent')) return `${Number(value)} %`;
  if (fact.endsWith('_months')) return `${Number(value)} months`;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string' && hash.test(value)) return <IdChip id={value} what="hash" />;
  if (typeof value === 'string' && instant.test(value)) return <DateTime at={value} />;
  if (typeof value === 'object')
    return <code className="text-12 wrap-anywhere">{JSON.stringify(value)}</code>;
  const text = typeof value === 'string' ? value : Number(value).toLocaleString('en-GB');
  return fact.endsWith('_id') ? <IdChip id={text} what={factName(fact).toLowerCase()} /> : text;
}

interface EvidenceCardProps {
  readonly number: number;
  readonly card: Card;
  /** Facts that are not part of the frozen evidence, because they are personal: the name at the bank. */
  readonly beside?: readonly { readonly name: string; readonly value: ReactNode }[];
  readonly people: ShownDisbursement['people'];
}

/** One of the seven: what it says, whose record it is, when, and how it stands. */
export function EvidenceCard({ number, card, beside = [], people }: EvidenceCardProps) {
  const { icon: Icon, word, ink, edge } = verdicts[card.verdict];
  const id = `evidence-${card.card}`;
  // Counts have long names and short values.
  const isCounts = card.card === 'history';
  const facts = Object.entries(card.facts).map(([fact, value]) => ({
    name: factName(fact),
    value: factValue(fact, value, people),
  }));
  return (
    <section
      aria-labelledby={id}
      className={classNames('@container rounded-surface border bg-surface', edge)}
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-b border-line px-4 py-2">
        <h3 id={id} className="font-semibold">
          <span className="numeric mr-1 font-normal text-ink-muted">{number}</span> {cardTitles[card.card]}
        </h3>
        <span className={classNames('inline-flex items-center gap-1.5 text-13 font-medium', ink)}>
          <Icon aria-hidden className="size-4 self-center" />
          {word}
        </span>
        <p className="w-full text-12 text-ink-muted">
          Source: {card.source}
          {card.at !== null && (
            <>
              {' · '}
              <DateTime at={card.at} />
            </>
          )}
        </p>
      </header>
      <dl className={classNames('grid gap-x-6 px-4 py-2', !isCounts && '@xl:grid-cols-2')}>
        {[...beside, ...facts].map(({ name, value }) => (
          <div
            key={name}
            className={classNames(
              'grid gap-x-3 py-1',
              isCounts ? 'grid-cols-[minmax(0,1fr)_auto]' : 'grid-cols-[minmax(7rem,2fr)_minmax(0,3fr)]',
            )}
          >
            <dt className="text-13 text-ink-muted">{name}</dt>
            <dd className="min-w-0 text-13 wrap-anywhere text-ink">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
