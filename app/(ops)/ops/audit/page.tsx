import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaffSession } from '@/app/session';
import { EntryList } from '@/components/ops/audit/entry-list';
import { VerifyTrail } from '@/components/ops/audit/verify-trail';
import { DownloadButton } from '@/components/ops/download-button';
import { FilterForm, FilterText } from '@/components/ops/filter-form';
import { OlderLink } from '@/components/ops/older-link';
import { readSearch, searchAddress, type SearchParameters } from '@/components/ops/search-parameters';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { auditQuerySchema, listAudit } from '@/lib/audit';

export const metadata: Metadata = { title: 'Audit' };

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  await requireStaffSession();
  const { filters, problem } = readSearch(await searchParams, auditQuerySchema);
  const { data, next_before_id: next } = await listAudit(filters);
  const { before_id: _page, ...chosen } = filters;
  return (
    <>
      <PageHeader
        title="Audit"
        actions={
          <DownloadButton path="/api/ops/audit/export" query={chosen}>
            Download CSV
          </DownloadButton>
        }
      >
        Every act of every person and program, written with the act itself. Nothing here can be changed.
      </PageHeader>
      <VerifyTrail />
      <h2 className="mb-3 text-16 font-semibold">Entries</h2>
      <FilterForm
        path="/ops/audit"
        label="Filter entries"
        active={Object.keys(filters).length > 0 || problem}
      >
        <FilterText name="stream" label="Project, partner or “platform”" value={filters.stream} mono />
        <FilterText name="object" label="Object id" value={filters.object} mono />
        <FilterText name="actor" label="Actor id" value={filters.actor} mono />
        <FilterText name="act" label="Act" value={filters.act} placeholder="disbursement." mono />
        <FilterText name="after" label="From (UTC)" value={filters.after} placeholder="2026-11-22" mono />
        <FilterText
          name="before"
          label="Until (UTC)"
          value={filters.before}
          placeholder="2026-11-23T09:00:00Z"
          mono
        />
      </FilterForm>
      {problem && (
        <div className="mb-3">
          <Callout tone="caution" title="A filter could not be read, so none is applied">
            <p>
              Times are UTC days or instants (2026-11-22, 2026-11-22T17:40:00Z); an act is spelled
              object.verb, or object. for all of them.
            </p>
          </Callout>
        </div>
      )}
      <EntryList
        entries={data}
        empty={
          Object.keys(filters).length > 0 && (
            <EmptyState
              icon={SearchX}
              title="No entry matches"
              action={<ButtonLink href="/ops/audit">Clear filters</ButtonLink>}
            >
              Ids are matched whole. An act matches exactly, or by its object when it ends with a dot.
            </EmptyState>
          )
        }
      />
      {data.length > 0 && (
        <OlderLink
          shown={`${data.length} shown`}
          href={next && searchAddress('/ops/audit', { ...chosen, before_id: next })}
        />
      )}
    </>
  );
}
