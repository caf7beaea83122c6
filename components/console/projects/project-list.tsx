'use client';
import { useQuery } from '@tanstack/react-query';
import { FolderKanban } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DataTable, type Column } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { ListedProject } from '@/lib/console';
import { projectPath } from '../shell/places';

const columns: readonly [Column<ListedProject>, ...Column<ListedProject>[]] = [
  {
    header: 'Name',
    cell: ({ id, name }) => (
      <span className="flex min-w-0 flex-col items-start">
        <TextLink href={projectPath(id, 'overview')}>{name}</TextLink>
        <code className="text-12 font-normal wrap-anywhere text-ink-muted">{id}</code>
      </span>
    ),
  },
  { header: 'Environment', cell: ({ livemode }) => <EnvironmentBadge livemode={livemode} /> },
  { header: 'Tier', cell: ({ tier }) => <Badge>{tier}</Badge> },
  {
    header: 'Standing',
    cell: ({ standing }) =>
      standing === 'active' ? (
        <Status tone="positive">Active</Status>
      ) : (
        <Status tone="danger">Suspended</Status>
      ),
  },
  { header: 'Created', cell: ({ created }) => <DateTime at={created} show="day" /> },
  {
    header: 'Calls today',
    numeric: true,
    cell: ({ calls_today: calls }) => calls.toLocaleString('en-GB'),
  },
];

const readEveryMs = 15_000;

/** All projects of the account, live ones first. */
export function ProjectList({ first, mayCreate }: { first: readonly ListedProject[]; mayCreate: boolean }) {
  const { data } = useQuery({
    queryKey: queryKeys.projects,
    queryFn: async ({ signal }) =>
      (await request<{ data: ListedProject[] }>('/api/console/projects', { signal })).data,
    initialData: [...first],
    refetchInterval: readEveryMs,
  });
  return (
    <DataTable
      caption="Projects"
      rows={data}
      rowKey={({ id }) => id}
      columns={columns}
      empty={
        <EmptyState
          icon={FolderKanban}
          title="No projects yet"
          action={mayCreate && <ButtonLink href="/console/projects/new">New sandbox project</ButtonLink>}
        >
          A sandbox project holds your clients and test data. It appears here once it is made.
        </EmptyState>
      }
    />
  );
}
