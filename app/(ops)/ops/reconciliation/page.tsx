import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaffSession } from '@/app/session';
import { DownloadButton } from '@/components/ops/download-button';
import { EndedTasks, OpenTasks } from '@/components/ops/reconciliation/task-table';
import { Totals } from '@/components/ops/reconciliation/totals';
import { readSearch, type SearchParameters } from '@/components/ops/search-parameters';
import { DateTime } from '@/components/ui/date-time';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { bookSchema, showReconciliation } from '@/lib/ops';
import { staffMay } from '@/lib/staff';

export const metadata: Metadata = { title: 'Reconciliation' };

const books = [
  { value: 'live', label: 'Live money' },
  { value: 'sandbox', label: 'Sandbox' },
] as const;

export default async function ReconciliationPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const { role } = await requireStaffSession();
  const { filters } = readSearch(await searchParams, bookSchema);
  const shown = await showReconciliation(filters);
  return (
    <>
      <PageHeader
        title="Reconciliation"
        actions={
          <DownloadButton path="/api/ops/reconciliation/export" query={{ book: shown.book }}>
            Download CSV
          </DownloadButton>
        }
      >
        What two people released, what the bank has on record, and what the ledger says.
      </PageHeader>
      <nav aria-label="Book" className="mb-4 flex gap-5 border-b border-line">
        {books.map(({ value, label }) => (
          <Link
            key={value}
            href={value === 'live' ? '/ops/reconciliation' : `/ops/reconciliation?book=${value}`}
            {...(value === shown.book && { 'aria-current': 'page' as const })}
            className="-mb-px flex h-9 items-center border-b-2 border-transparent font-medium text-ink-muted hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
          >
            {label}
          </Link>
        ))}
      </nav>
      <Totals totals={shown} />
      <p className="mt-2 text-13 text-ink-muted">
        Read on <DateTime at={shown.at} />.
      </p>
      <Section id="open" title="Open tasks">
        <OpenTasks tasks={shown.open} mayResolve={staffMay(role, 'reconcile')} />
      </Section>
      {shown.ended.length > 0 && (
        <Section id="ended" title="Ended tasks">
          <EndedTasks tasks={shown.ended} />
        </Section>
      )}
    </>
  );
}
