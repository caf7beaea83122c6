'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import { parseAsStringLiteral, useQueryState, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/choice';
import { FilterBar } from '@/components/ui/filter-bar';
import { LoadMore } from '@/components/ui/load-more';
import { SidePanel } from '@/components/ui/side-panel';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import { QueryProblem } from '../panel/query-problem';
import { usePanel } from '../panel/use-panel';
import { filterParsers } from './filter-parsers';
import { MoreFilters } from './more-filters';
import { OmissionNote } from './omission-note';
import { RequestDetailView } from './request-detail';
import { filterLabels, filterNames, filterOfText, setFilters, type RequestFilters } from './request-filters';
import { RequestList } from './request-list';
import { requestPaths } from './request-paths';
import { useLiveRequests, type RequestPage } from './use-live-requests';

const pageSize = 50;
const nothing = Object.fromEntries(filterNames.map((name) => [name, null]));
const spans = [
  { value: '', label: 'Any time' },
  { value: '1', label: 'Last hour' },
  { value: '24', label: 'Last 24 hours' },
  { value: '168', label: 'Last 7 days' },
];

export interface RequestLogProps {
  readonly projectId: string;
  readonly operations: readonly { readonly id: string; readonly label: string }[];
  /** Undefined where the address asks for what the log does not know. */
  readonly initial: RequestPage | undefined;
  readonly initialFilters: RequestFilters;
  /** Where the partner API is, for the commands that are copied. */
  readonly origin: string;
  readonly isSandbox: boolean;
}

/** The log of every call: filters in the address, new calls on top as they come, each with its own address. */
export function RequestLog(props: RequestLogProps) {
  const { projectId, operations, initial, initialFilters, origin, isSandbox } = props;
  const paths = requestPaths(projectId);
  const panel = usePanel(paths.list);
  const [values, setValues] = useQueryStates(filterParsers, { history: 'push' });
  const [zone, setZone] = useQueryState('zone', parseAsStringLiteral(['uk', 'utc']).withDefault('uk'));
  const [text, setText] = useState('');
  const [live, setLive] = useState(true);
  const filters = setFilters(values);
  const queryKey = queryKeys.ofProject(projectId, 'requests', filters);
  const atFirst = JSON.stringify(filters) === JSON.stringify(initialFilters) ? initial : undefined;
  const log = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      request<RequestPage>(paths.routes.list, {
        query: { ...filters, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    ...(atFirst && { initialData: { pages: [atFirst], pageParams: [undefined] } }),
  });
  const stream = useLiveRequests(live ? paths.routes.stream : undefined, queryKey, filters);
  const rows = log.data?.pages.flatMap(({ data }) => data);
  const active = Object.entries(filters).map(([name, value]) => ({
    name: filterLabels[name as keyof RequestFilters],
    value: value.endsWith(':00.000Z') ? `${value.slice(0, 16).replace('T', ' ')} UTC` : value,
    onRemove: () => void setValues({ [name]: null }),
  }));

  function search() {
    const found = filterOfText(text);
    setText('');
    if (found.request_id !== undefined) panel.open(found.request_id);
    else void setValues(found);
  }

  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <FilterBar
          label="Filter requests"
          search={{ value: text, placeholder: 'Any id or idempotency key', onChange: setText }}
          active={active}
          onClear={() => void setValues(nothing)}
        >
          <SelectField
            bare
            label="Status"
            value={filters.status_class ?? ''}
            onChange={(event) => void setValues({ status_class: event.target.value || null })}
            options={[
              { value: '', label: 'Any status' },
              ...['2xx', '3xx', '4xx', '5xx'].map((value) => ({ value, label: value })),
            ]}
          />
          <SelectField
            bare
            label="Time"
            value=""
            onChange={(event) => {
              const hours = Number(event.target.value);
              // To the minute, so that the address can be read.
              const after = new Date(Math.floor(Date.now() / 60_000 - hours * 60) * 60_000);
              void setValues({
                created_after: hours === 0 ? null : after.toISOString(),
                created_before: null,
              });
            }}
            options={spans}
          />
          <MoreFilters
            filters={filters}
            operations={operations}
            onChange={(name, value) => void setValues({ [name]: value })}
          />
          <Button aria-pressed={live} onClick={() => setLive(!live)}>
            {live ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
            {live ? 'Pause' : 'Go on'}
          </Button>
        </FilterBar>
      </form>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-13 text-ink-muted">
        <p role="status">
          {!live
            ? 'Paused: new requests are not shown.'
            : stream === 'waiting'
              ? 'The live connection is being made again.'
              : 'New requests appear by themselves.'}
        </p>
        <button
          type="button"
          aria-pressed={zone === 'utc'}
          onClick={() => void setZone(zone === 'utc' ? 'uk' : 'utc')}
          className="h-7 rounded-control border border-line-control px-2.5 text-12 font-medium text-ink-soft hover:bg-sunken"
        >
          {zone === 'utc' ? 'Times in UTC' : 'Times in UK time'}
        </button>
      </div>
      <OmissionNote pages={log.data?.pages ?? []} />
      {log.error && rows === undefined ? (
        <QueryProblem error={log.error} onRetry={() => void log.refetch()} />
      ) : (
        <>
          <RequestList
            rows={rows}
            panel={panel}
            zone={zone}
            filtered={active.length > 0}
            refreshing={log.isPlaceholderData}
            onClear={() => void setValues(nothing)}
          />
          {rows !== undefined && rows.length > 0 && (
            <LoadMore
              shown={`${rows.length} ${rows.length === 1 ? 'request' : 'requests'} shown`}
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
        title="Request"
        {...(panel.openId !== undefined && { subtitle: panel.openId })}
      >
        {panel.openId !== undefined && (
          <RequestDetailView
            projectId={projectId}
            requestId={panel.openId}
            origin={origin}
            zone={zone}
            isSandbox={isSandbox}
          />
        )}
      </SidePanel>
    </>
  );
}
