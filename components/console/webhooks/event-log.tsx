'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Inbox, SearchX } from 'lucide-react';
import Link from 'next/link';
import { parseAsString, useQueryState } from 'nuqs';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/choice';
import { DataTable, type Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LoadMore } from '@/components/ui/load-more';
import { RelativeTime } from '@/components/ui/relative-time';
import { SidePanel } from '@/components/ui/side-panel';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { Page } from '@/lib/core/pagination';
import type { LoggedEvent } from '@/lib/webhooks';
import { QueryProblem } from '../panel/query-problem';
import { usePanel } from '../panel/use-panel';
import { DeliveryCounts } from './delivery-status';
import { EventDetail } from './event-detail';
import { webhookPaths } from './paths';

const pageSize = 50;

interface EventLogProps {
  readonly projectId: string;
  readonly types: readonly string[];
  readonly initial: Page<LoggedEvent>;
  /** The type that `initial` was filtered by. */
  readonly initialType: string | null;
  readonly mayChange: boolean;
}

/** What happened in the project, and whether your endpoints heard of it. */
export function EventLog({ projectId, types, initial, initialType, mayChange }: EventLogProps) {
  const paths = webhookPaths(projectId);
  const panel = usePanel(paths.events);
  const [type, setType] = useQueryState('type', parseAsString.withOptions({ history: 'push' }));
  const log = useInfiniteQuery({
    queryKey: queryKeys.ofProject(projectId, 'webhooks', { list: 'events', type: type ?? undefined }),
    queryFn: ({ pageParam, signal }) =>
      request<Page<LoggedEvent>>(paths.routes.events, {
        query: { limit: pageSize, type, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    ...(type === initialType && { initialData: { pages: [initial], pageParams: [undefined] } }),
  });
  const rows = log.data?.pages.flatMap(({ data }) => data);
  const columns: [Column<LoggedEvent>, ...Column<LoggedEvent>[]] = [
    {
      header: 'Event',
      cell: (event) => (
        <Link
          {...panel.linkTo(event.id)}
          className="font-mono text-13 font-medium text-ink underline decoration-line-control underline-offset-3 hover:decoration-current"
        >
          {event.type}
        </Link>
      ),
    },
    { header: 'Deliveries', cell: ({ deliveries }) => <DeliveryCounts deliveries={deliveries} /> },
    {
      header: 'About',
      cell: ({ object_id }) => <span className="font-mono text-12 wrap-anywhere">{object_id}</span>,
    },
    { header: 'Happened', cell: ({ created }) => <RelativeTime at={created} /> },
  ];
  return (
    <>
      <FilterBar
        label="Filter events"
        active={type === null ? [] : [{ name: 'Type', value: type, onRemove: () => void setType(null) }]}
      >
        <SelectField
          bare
          label="Type of event"
          value={type ?? ''}
          onChange={(event) => void setType(event.target.value === '' ? null : event.target.value)}
          options={[
            { value: '', label: 'All types' },
            ...types.map((name) => ({ value: name, label: name })),
          ]}
        />
      </FilterBar>
      {log.error && rows === undefined ? (
        <QueryProblem error={log.error} onRetry={() => void log.refetch()} />
      ) : (
        <>
          <DataTable
            caption="Events, newest first"
            density="compact"
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            refreshing={log.isPlaceholderData}
            empty={
              type === null ? (
                <EmptyState icon={Inbox} title="No events yet">
                  Each change of an application, payment or other object appears here, with its deliveries.
                </EmptyState>
              ) : (
                <EmptyState
                  icon={SearchX}
                  title="No event matches"
                  action={<Button onClick={() => void setType(null)}>Show all events</Button>}
                >
                  No event of this type in the last 30 days.
                </EmptyState>
              )
            }
          />
          {rows !== undefined && rows.length > 0 && (
            <LoadMore
              shown={`${rows.length} ${rows.length === 1 ? 'event' : 'events'} shown`}
              hasMore={log.hasNextPage}
              loading={log.isFetchingNextPage}
              onLoadMore={() => void log.fetchNextPage()}
            />
          )}
        </>
      )}
      <SidePanel
        open={panel.openId !== undefined}
        onClose={panel.close}
        title="Event"
        {...(panel.openId !== undefined && { subtitle: panel.openId })}
      >
        {panel.openId !== undefined && (
          <EventDetail projectId={projectId} eventId={panel.openId} mayChange={mayChange} />
        )}
      </SidePanel>
    </>
  );
}
