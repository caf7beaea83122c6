'use client';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Download, ScrollText, SearchX } from 'lucide-react';
import { parseAsString, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/choice';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LoadMore } from '@/components/ui/load-more';
import { Skeleton } from '@/components/ui/skeleton';
import { useNotice } from '@/components/ui/toast';
import { request } from '@/lib/client/request';
import type { PartnerAuditPage } from '@/lib/console';
import { QueryProblem } from '../panel/query-problem';
import { saveFile } from '../panel/save-file';
import { AuditEntryRow } from './audit-entry';
import {
  actFamilies,
  auditFilterLabels,
  auditFilterNames,
  setAuditFilters,
  type AuditFilterName,
  type SetAuditFilters,
} from './audit-filters';

const route = '/api/console/audit';
const parsers = Object.fromEntries(auditFilterNames.map((name) => [name, parseAsString])) as Record<
  AuditFilterName,
  typeof parseAsString
>;
const nothing = Object.fromEntries(auditFilterNames.map((name) => [name, null]));

interface AuditLogProps {
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  readonly partnerId: string;
  readonly initial: PartnerAuditPage | undefined;
  readonly initialFilters: SetAuditFilters;
}

/** Who did what in the account, newest first: a sentence each, and the entry as it is stored. */
export function AuditLog({ projects, partnerId, initial, initialFilters }: AuditLogProps) {
  const notify = useNotice();
  const [values, setValues] = useQueryStates(parsers, { history: 'push' });
  const [text, setText] = useState('');
  const filters = setAuditFilters(values);
  const atFirst = JSON.stringify(filters) === JSON.stringify(initialFilters) ? initial : undefined;
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const log = useInfiniteQuery({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam, signal }) =>
      request<PartnerAuditPage>(route, { query: { ...filters, before_id: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_before_id }) => next_before_id ?? undefined,
    ...(atFirst && { initialData: { pages: [atFirst], pageParams: [undefined] } }),
  });
  const csv = useMutation({
    mutationFn: () => request<{ filename: string; csv: string }>(`${route}/export`, { query: filters }),
    onSuccess: ({ filename, csv: content }) => saveFile(filename, content),
    onError: ({ message }) => notify({ tone: 'problem', title: 'The file was not made', text: message }),
  });
  const entries = log.data?.pages.flatMap(({ data }) => data);
  const active = Object.entries(filters).map(([name, value]) => ({
    name: auditFilterLabels[name as AuditFilterName],
    value: names.get(value) ?? (value === partnerId ? 'The account' : value),
    onRemove: () => void setValues({ [name]: null }),
  }));
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const id = text.trim();
          setText('');
          if (id !== '')
            void setValues(id.startsWith('usr_') || id.startsWith('cid_') ? { actor: id } : { object: id });
        }}
      >
        <FilterBar
          label="Filter the trail"
          search={{ value: text, placeholder: 'Id of an object, client or person', onChange: setText }}
          active={active}
          onClear={() => void setValues(nothing)}
        >
          <SelectField
            bare
            label="Project"
            value={filters.stream ?? ''}
            onChange={(event) => void setValues({ stream: event.target.value || null })}
            options={[
              { value: '', label: 'Everything' },
              { value: partnerId, label: 'The account' },
              ...projects.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <SelectField
            bare
            label="Kind of act"
            value={filters.act ?? ''}
            onChange={(event) => void setValues({ act: event.target.value || null })}
            options={[
              { value: '', label: 'Any act' },
              ...actFamilies.map(([value, label]) => ({ value, label })),
            ]}
          />
          <Button onClick={() => csv.mutate()} pendingLabel={csv.isPending ? 'Making file' : undefined}>
            <Download aria-hidden className="size-4" />
            Download CSV
          </Button>
        </FilterBar>
      </form>
      {log.error && entries === undefined ? (
        <QueryProblem error={log.error} onRetry={() => void log.refetch()} />
      ) : entries === undefined ? (
        <Skeleton lines={4} />
      ) : entries.length === 0 ? (
        active.length > 0 ? (
          <EmptyState
            icon={SearchX}
            title="No entry matches"
            action={<Button onClick={() => void setValues(nothing)}>Clear all filters</Button>}
          >
            Nobody has done anything that has all of these.
          </EmptyState>
        ) : (
          <EmptyState icon={ScrollText} title="Nothing yet">
            Each act of your people and programs appears here, and can never be changed.
          </EmptyState>
        )
      ) : (
        <>
          <ol
            aria-label="Entries, newest first"
            className="divide-y divide-line overflow-hidden rounded-surface border border-line bg-surface"
          >
            {entries.map((entry) => (
              <AuditEntryRow key={entry.id} entry={entry} projectName={names.get(entry.stream)} />
            ))}
          </ol>
          <LoadMore
            shown={`${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} shown`}
            hasMore={log.hasNextPage}
            loading={log.isFetchingNextPage}
            onLoadMore={() => void log.fetchNextPage()}
          />
        </>
      )}
    </>
  );
}
