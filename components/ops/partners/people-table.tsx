import { Users } from 'lucide-react';
import { DataTable } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Status } from '@/components/ui/status';
import type { PartnerForStaff } from '@/lib/ops';

/** Who may act for the partner. */
export function PeopleTable({ people }: Pick<PartnerForStaff, 'people'>) {
  return (
    <DataTable
      caption="People"
      density="compact"
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        { header: 'Name', cell: ({ name }) => name },
        { header: 'E-mail', cell: ({ email }) => <span className="wrap-anywhere">{email}</span> },
        { header: 'Role', cell: ({ role }) => role.replace('_', '-') },
        {
          header: 'Second factor',
          cell: ({ has_totp: on }) =>
            on ? <Status tone="positive">On</Status> : <Status tone="caution">Off</Status>,
        },
        { header: 'Joined', cell: ({ joined }) => <DateTime at={joined} show="day" /> },
      ]}
      empty={
        <EmptyState icon={Users} title="No people">
          The lender made this account; nobody has joined it.
        </EmptyState>
      }
    />
  );
}
