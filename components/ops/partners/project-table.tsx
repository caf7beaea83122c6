import { FolderKanban } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { IdChip } from '@/components/ui/id-chip';
import type { PartnerForStaff } from '@/lib/ops';
import { Standing } from './standing';
import { Suspension } from './suspension';

/** The projects of a partner, each with its clients and the act that stops it. */
export function ProjectTable({ partner, maySuspend }: { partner: PartnerForStaff; maySuspend: boolean }) {
  return (
    <DataTable
      caption="Projects"
      density="compact"
      rows={partner.projects}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'Project',
          cell: ({ id, name }) => (
            <span className="flex flex-col items-start gap-1">
              {name}
              <IdChip id={id} what="project id" />
            </span>
          ),
        },
        { header: 'Environment', cell: ({ livemode }) => <EnvironmentBadge livemode={livemode} /> },
        { header: 'Tier', cell: ({ tier }) => <Badge>{tier}</Badge> },
        { header: 'Standing', cell: ({ status }) => <Standing status={status} /> },
        {
          header: 'Clients',
          cell: ({ clients }) => {
            const live = clients.filter(({ revoked }) => revoked === null);
            if (live.length === 0) return <span className="text-ink-muted">None</span>;
            return live.map(({ name }) => name).join(', ');
          },
        },
        {
          header: 'Calls, 24 h',
          numeric: true,
          cell: ({ calls_last_day: calls }) => calls.toLocaleString('en-GB'),
        },
        {
          header: 'Act',
          cell: ({ id, name, status, calls_last_day: calls }) =>
            status === 'closed' || !maySuspend ? (
              '–'
            ) : (
              <Suspension
                kind="project"
                id={id}
                name={name}
                status={status}
                consequence={`It made ${calls.toLocaleString('en-GB')} calls in the last 24 hours.`}
              />
            ),
        },
      ]}
      empty={
        <EmptyState icon={FolderKanban} title="No projects">
          An account begins with a sandbox project; this one has none.
        </EmptyState>
      }
    />
  );
}
