import { CircleCheck } from 'lucide-react';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { Waiting } from '@/lib/ops';

const words: Record<Waiting['kind'], (waiting: Waiting) => string> = {
  verification: () => 'Verify the company',
  live: ({ project_name: name }) => `Open the live project “${name ?? ''}”`,
  tier: ({ project_name: name, tier }) => `Move “${name ?? ''}” to ${tier ?? ''}`,
};

/** Everything about partners that staff have to decide, longest waiting first. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  return (
    <DataTable
      caption="Waiting for a decision"
      density="compact"
      rows={waiting}
      rowKey={({ kind, id }) => `${kind}${id}`}
      columns={[
        {
          header: 'Decision',
          cell: (row) => (
            <TextLink
              href={`/ops/partners/${row.partner.id}#${row.kind === 'verification' ? 'company' : row.id}`}
            >
              {words[row.kind](row)}
            </TextLink>
          ),
        },
        { header: 'Partner', cell: ({ partner }) => partner.name },
        { header: 'Waiting since', cell: ({ since }) => <RelativeTime at={since} /> },
      ]}
      empty={
        <EmptyState icon={CircleCheck} title="Nothing waits for a decision">
          Companies to verify and requests for live projects or higher tiers appear here.
        </EmptyState>
      }
    />
  );
}
