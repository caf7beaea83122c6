import { FolderKanban } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { DataTable, type Column } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { projectPath } from '../shell/places';

interface ListedProject {
  readonly id: string;
  readonly name: string;
  readonly livemode: boolean;
  readonly tier: string;
  readonly standing: 'active' | 'suspended';
  readonly created: string;
  /** Known where usage is counted; its column appears with it. */
  readonly callsToday?: number;
}

const columns: [Column<ListedProject>, ...Column<ListedProject>[]] = [
  {
    header: 'Name',
    cell: ({ id, name }) => <TextLink href={projectPath(id, 'overview')}>{name}</TextLink>,
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
];

const callsColumn: Column<ListedProject> = {
  header: 'Calls today',
  numeric: true,
  cell: ({ callsToday = 0 }) => callsToday.toLocaleString('en-GB'),
};

/** All projects of the account. */
export function ProjectList({ projects }: { projects: readonly ListedProject[] }) {
  const counted = projects.some(({ callsToday }) => callsToday !== undefined);
  return (
    <DataTable
      caption="Projects"
      rows={projects}
      rowKey={({ id }) => id}
      columns={counted ? [...columns, callsColumn] : columns}
      empty={
        <EmptyState icon={FolderKanban} title="No projects yet">
          A sandbox project holds your clients and test data. It appears here once it is made.
        </EmptyState>
      }
    />
  );
}
