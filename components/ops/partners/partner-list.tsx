import { SearchX } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { PartnerListing } from '@/lib/ops';
import { Standing, Verification } from './standing';

/** Accounts, newest first. */
export function PartnerList({ partners }: { partners: readonly PartnerListing[] }) {
  return (
    <DataTable
      caption="Partners"
      density="compact"
      rows={partners}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'Partner',
          cell: ({ id, name }) => <TextLink href={`/ops/partners/${id}`}>{name}</TextLink>,
        },
        { header: 'Standing', cell: ({ status }) => <Standing status={status} /> },
        { header: 'Company', cell: ({ verification }) => <Verification state={verification} /> },
        { header: 'Number', cell: ({ company_number: number }) => number ?? '–' },
        { header: 'Live', numeric: true, cell: ({ live_projects: count }) => count },
        { header: 'Sandbox', numeric: true, cell: ({ sandbox_projects: count }) => count },
        { header: 'Requests', numeric: true, cell: ({ open_requests: count }) => count },
        { header: 'Since', cell: ({ created }) => <DateTime at={created} show="day" /> },
      ]}
      empty={
        <EmptyState
          icon={SearchX}
          title="No partner matches"
          action={<ButtonLink href="/ops/partners">Clear filters</ButtonLink>}
        >
          Search by part of a name, a company number, or the whole id of an account or a project.
        </EmptyState>
      }
    />
  );
}
