import type { Metadata } from 'next';
import { requireStaffSession } from '@/app/session';
import { FilterChoice, FilterForm, FilterText } from '@/components/ops/filter-form';
import { OlderLink } from '@/components/ops/older-link';
import { PartnerList } from '@/components/ops/partners/partner-list';
import { WaitingList } from '@/components/ops/partners/waiting-list';
import { readSearch, searchAddress, type SearchParameters } from '@/components/ops/search-parameters';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { listPartners, listWaiting, partnersQuerySchema } from '@/lib/ops';

export const metadata: Metadata = { title: 'Partners' };

export default async function PartnersPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  await requireStaffSession();
  const { filters } = readSearch(await searchParams, partnersQuerySchema);
  const [waiting, partners] = await Promise.all([listWaiting(), listPartners(filters)]);
  const { before_id: _page, ...chosen } = filters;
  return (
    <>
      <PageHeader title="Partners">
        Companies to verify, what they ask for, and who may call the API at all.
      </PageHeader>
      <Section id="waiting" title="Waiting for a decision">
        <WaitingList waiting={waiting} />
      </Section>
      <Section id="all" title="All partners">
        <FilterForm path="/ops/partners" label="Filter partners" active={Object.keys(filters).length > 0}>
          <FilterText name="text" label="Name, number or id" value={filters.text} />
          <FilterChoice
            name="status"
            label="Standing"
            value={filters.status}
            options={[
              { value: 'active', label: 'Active' },
              { value: 'suspended', label: 'Suspended' },
            ]}
          />
          <FilterChoice
            name="verification"
            label="Company"
            value={filters.verification}
            options={[
              { value: 'waiting', label: 'To be verified' },
              { value: 'verified', label: 'Verified' },
              { value: 'none', label: 'No details yet' },
            ]}
          />
        </FilterForm>
        <PartnerList partners={partners.data} />
        {partners.data.length > 0 && (
          <OlderLink
            shown={`${partners.data.length} shown`}
            href={
              partners.next_before_id &&
              searchAddress('/ops/partners', { ...chosen, before_id: partners.next_before_id })
            }
          />
        )}
      </Section>
    </>
  );
}
