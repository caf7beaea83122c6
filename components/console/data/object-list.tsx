'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Database, SearchX } from 'lucide-react';
import Link from 'next/link';
import { parseAsString, useQueryState } from 'nuqs';
import { Button, ButtonLink } from '@/components/ui/button';
import { SelectField } from '@/components/ui/choice';
import { DataTable, type Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LoadMore } from '@/components/ui/load-more';
import { Money } from '@/components/ui/money';
import { RelativeTime } from '@/components/ui/relative-time';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { Page } from '@/lib/core/pagination';
import { QueryProblem } from '../panel/query-problem';
import type { usePanel } from '../panel/use-panel';
import { ObjectStatus } from './object-status';
import { aboutOf, resources, type ListedResource, type ShownObject } from './resources';

interface ObjectListProps {
  readonly projectId: string;
  readonly resource: ListedResource;
  readonly statuses: readonly string[];
  readonly initial: Page<ShownObject>;
  readonly initialStatus: string | null;
  readonly panel: ReturnType<typeof usePanel>;
}

const pageSize = 50;

/** The objects of one kind, newest first. */
export function ObjectList(props: ObjectListProps) {
  const { projectId, resource, statuses, initial, initialStatus, panel } = props;
  const { label } = resources[resource];
  const [status, setStatus] = useQueryState('status', parseAsString.withOptions({ history: 'push' }));
  const list = useInfiniteQuery({
    queryKey: queryKeys.ofProject(projectId, 'data', { list: resource, status: status ?? undefined }),
    queryFn: ({ pageParam, signal }) =>
      request<Page<ShownObject>>(`/api/console/projects/${projectId}/${resource}`, {
        query: { limit: pageSize, status, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    ...(status === initialStatus && { initialData: { pages: [initial], pageParams: [undefined] } }),
  });
  const rows = list.data?.pages.flatMap(({ data }) => data);
  const hasAmount = resource !== 'identity-checks';
  const columns: [Column<ShownObject>, ...Column<ShownObject>[]] = [
    {
      header: 'Id',
      cell: ({ id }) => (
        <Link
          {...panel.linkTo(id)}
          className="font-mono text-13 wrap-anywhere underline decoration-line-control underline-offset-3 hover:decoration-current"
        >
          {id}
        </Link>
      ),
    },
    {
      header: 'About',
      cell: (shown) => aboutOf(shown) ?? <span className="text-ink-muted">none</span>,
    },
    {
      header: 'Status',
      cell: ({ status: state = '', object }) => <ObjectStatus status={state} object={object} />,
    },
    ...(hasAmount
      ? [
          {
            header: 'Amount',
            numeric: true,
            cell: ({ amount_pence: pence }: ShownObject) =>
              typeof pence === 'number' ? <Money pence={pence} /> : null,
          },
        ]
      : []),
    {
      header: 'Reference',
      cell: ({ reference }) => reference ?? <span className="text-ink-muted">none</span>,
    },
    { header: 'Created', cell: ({ created }) => <RelativeTime at={created} /> },
  ];
  if (list.error && rows === undefined) {
    return <QueryProblem error={list.error} onRetry={() => void list.refetch()} />;
  }
  return (
    <>
      <FilterBar label={`Filter ${label.toLowerCase()}`}>
        <SelectField
          bare
          label="Status"
          value={status ?? ''}
          onChange={(event) => void setStatus(event.target.value || null)}
          options={[
            { value: '', label: 'Any status' },
            ...statuses.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
          ]}
        />
      </FilterBar>
      <DataTable
        caption={`${label}, newest first`}
        density="compact"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        refreshing={list.isPlaceholderData}
        empty={
          status === null ? (
            <EmptyState
              icon={Database}
              title={`No ${label.toLowerCase()} yet`}
              action={<ButtonLink href="/docs/quickstart">See how to make one</ButtonLink>}
            >
              What your program makes through the API appears here, with all that happened to it.
            </EmptyState>
          ) : (
            <EmptyState
              icon={SearchX}
              title="Nothing matches"
              action={<Button onClick={() => void setStatus(null)}>Show any status</Button>}
            >
              There are none in this status.
            </EmptyState>
          )
        }
      />
      {rows !== undefined && rows.length > 0 && (
        <LoadMore
          shown={`${rows.length} shown`}
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onLoadMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  );
}
