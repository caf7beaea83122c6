'use client';
// The money-out queue: what waits, for whom, and for how long. It opens things; it releases nothing.
import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { DataTable, type Column } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadMore } from '@/components/ui/load-more';
import { Money } from '@/components/ui/money';
import type { QueueView, ShownQueue, ShownQueueItem } from '@/lib/disbursements';
import { MoneyStatus } from './money-status';
import { useQueue, useStanding, type Standing } from './use-money-out';
import { useRowKeys } from './use-row-keys';
import { Waiting } from './waiting';
import { flagWords, mildFlags, payeeCheckWords } from './words';

const views: readonly { readonly view: QueueView; readonly label: string; readonly empty: string }[] = [
  { view: 'needs_me', label: 'Needs me', empty: 'What you may approve or release yourself appears here.' },
  {
    view: 'needs_second',
    label: 'Needs a second officer',
    empty: 'What one officer has approved and another has to release appears here.',
  },
  { view: 'on_hold', label: 'On hold', empty: 'What an officer has put on hold appears here.' },
  {
    view: 'released_today',
    label: 'Released today',
    empty: 'What is released today, UK time, appears here.',
  },
  {
    view: 'failed_or_returned',
    label: 'Failed or returned',
    empty: 'What the bank refuses, sends back or does not answer for appears here.',
  },
  { view: 'all', label: 'All', empty: 'A partner’s first live request for money appears here.' },
];

const waitingStatuses: ReadonlySet<string> = new Set(['requested', 'approved', 'on_hold']);

export const queueLinkAttribute = 'data-queue-link';

const columns: [Column<ShownQueueItem>, ...Column<ShownQueueItem>[]] = [
  {
    header: 'Payee',
    cell: ({ id, payee, payee_check: check }) => (
      <>
        <Link
          href={`/ops/disbursements/${id}`}
          {...{ [queueLinkAttribute]: '' }}
          className="rounded-[3px] text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-current"
        >
          {payee.account_name}
        </Link>
        <span className="numeric block text-12 font-normal whitespace-nowrap text-ink-muted">
          {payee.sort_code} {payee.account_number}
          {check !== 'match' && (
            <span className={check === 'no_match' ? 'font-medium text-danger' : 'font-medium text-caution'}>
              {' '}
              · {payeeCheckWords[check]}
            </span>
          )}
        </span>
      </>
    ),
  },
  { header: 'Amount', numeric: true, cell: ({ amount_pence: pence }) => <Money pence={pence} /> },
  {
    header: 'Age',
    cell: ({ requested, due, status }) =>
      waitingStatuses.has(status) ? (
        <Waiting since={requested} due={due} />
      ) : (
        <DateTime at={requested} show="day" />
      ),
  },
  { header: 'Partner', cell: ({ partner }) => partner.name },
  { header: 'State', cell: ({ status }) => <MoneyStatus status={status} /> },
  {
    header: 'Flags',
    cell: ({ flags }) =>
      flags.length === 0 ? (
        <span className="text-ink-muted">None</span>
      ) : (
        <span className="inline-flex flex-wrap gap-1 @max-xl:justify-end">
          {flags.map((flag) => (
            <Badge key={flag} tone={mildFlags.has(flag) ? 'neutral' : 'caution'}>
              {flagWords[flag]}
            </Badge>
          ))}
        </span>
      ),
  },
  { header: 'Evidence', numeric: true, cell: ({ evidence_passed: passed }) => `${passed}/7` },
  { header: 'Approvals', numeric: true, cell: ({ approvals }) => `${approvals}/2` },
];

function Views({ view, waitingForMe }: { view: QueueView; waitingForMe: number }) {
  return (
    <nav aria-label="Views of the queue" className="mb-4 flex gap-x-5 overflow-x-auto border-b border-line">
      {views.map(({ view: one, label }) => (
        <Link
          key={one}
          href={one === 'needs_me' ? '/ops/disbursements' : `/ops/disbursements?view=${one}`}
          {...(one === view && { 'aria-current': 'page' as const })}
          className={classNames(
            '-mb-px inline-flex h-9 items-center gap-1.5 border-b-2 font-medium whitespace-nowrap -outline-offset-2',
            one === view ? 'border-accent text-ink' : 'border-transparent text-ink-muted hover:text-ink',
          )}
        >
          {label}
          {one === 'needs_me' && waitingForMe > 0 && <Badge tone="accent">{waitingForMe}</Badge>}
        </Link>
      ))}
    </nav>
  );
}

interface QueueProps {
  readonly view: QueueView;
  readonly initial: ShownQueue;
  readonly standing: Standing;
}

export function Queue({ view, initial, standing }: QueueProps) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, isError } = useQueue(view, initial);
  const { waiting_for_me: waitingForMe } = useStanding(standing);
  useRowKeys(queueLinkAttribute);
  const items = data.pages.flatMap((page) => page.data);
  const here = views.find((one) => one.view === view);
  return (
    <>
      <Views view={view} waitingForMe={waitingForMe} />
      {isError && (
        <p role="status" className="mb-3 text-13 text-caution">
          The list could not be read again; what you see may be old.
        </p>
      )}
      <DataTable
        caption={`Money out: ${here?.label ?? view}`}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        density="compact"
        empty={
          <EmptyState icon={Inbox} title={view === 'needs_me' ? 'Nothing waits for you' : 'Nothing here'}>
            {here?.empty}
          </EmptyState>
        }
      />
      {items.length > 0 && (
        <LoadMore
          shown={`${items.length} shown, oldest first`}
          hasMore={hasNextPage}
          loading={isFetchingNextPage}
          onLoadMore={() => void fetchNextPage()}
          label="Load newer"
        />
      )}
      <p className="mt-3 text-13 text-ink-muted max-md:hidden">
        <kbd className="font-mono">j</kbd> and <kbd className="font-mono">k</kbd> move,{' '}
        <kbd className="font-mono">Enter</kbd> opens. No key releases money.
      </p>
    </>
  );
}
