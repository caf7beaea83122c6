import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaffSession } from '@/app/session';
import { EntryList } from '@/components/ops/audit/entry-list';
import { Company } from '@/components/ops/partners/company';
import { PeopleTable } from '@/components/ops/partners/people-table';
import { ProjectTable } from '@/components/ops/partners/project-table';
import { DecidedRequest, RequestCard } from '@/components/ops/partners/request-card';
import { Standing } from '@/components/ops/partners/standing';
import { Suspension } from '@/components/ops/partners/suspension';
import { IdChip } from '@/components/ui/id-chip';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { isId } from '@/lib/core/ids';
import { showPartner } from '@/lib/ops';
import { staffMay } from '@/lib/staff';

export const metadata: Metadata = { title: 'Partner' };

export default async function PartnerPage({ params }: { params: Promise<{ partnerId: string }> }) {
  const { role } = await requireStaffSession();
  const { partnerId } = await params;
  if (!isId('acct', partnerId)) notFound();
  const partner = await showPartner(partnerId).catch(() => notFound());
  const nameOf = (projectId: string) =>
    partner.projects.find(({ id }) => id === projectId)?.name ?? projectId;
  const open = partner.requests.filter(({ status }) => status === 'open');
  const decided = partner.requests.filter(({ status }) => status !== 'open');
  const live = partner.projects.filter(({ livemode, status }) => livemode && status !== 'closed').length;
  const calls = partner.projects.reduce((sum, project) => sum + project.calls_last_day, 0);
  const maySuspend = staffMay(role, 'suspend');
  return (
    <>
      <PageHeader
        title={partner.name}
        crumbs={[{ label: 'Partners', href: '/ops/partners' }]}
        beside={
          <>
            <Standing status={partner.status} />
            <IdChip id={partner.id} what="account id" />
          </>
        }
        actions={
          maySuspend && (
            <Suspension
              kind="partner"
              id={partner.id}
              name={partner.name}
              status={partner.status}
              consequence={`All its projects stop, ${live} of them live; they made ${calls.toLocaleString('en-GB')} calls in the last 24 hours.`}
            />
          )
        }
      />
      {open.length > 0 && (
        <Section id="requests" title="Requests">
          <div className="space-y-4">
            {open.map((request) => (
              <RequestCard
                key={request.id}
                request={request}
                projectName={nameOf(request.project_id)}
                mayDecide={staffMay(role, request.kind === 'live' ? 'open_live' : 'change_tier')}
                companyVerified={partner.verification !== null}
              />
            ))}
          </div>
        </Section>
      )}
      <Section id="company" title="Company">
        <Company partner={partner} mayVerify={staffMay(role, 'verify_partner')} />
      </Section>
      <Section id="projects" title="Projects">
        <ProjectTable partner={partner} maySuspend={maySuspend} />
      </Section>
      <Section id="people" title="People">
        <PeopleTable people={partner.people} />
      </Section>
      {decided.length > 0 && (
        <Section id="decided" title="Earlier requests">
          <ul className="divide-y divide-line rounded-surface border border-line bg-surface px-4">
            {decided.map((request) => (
              <DecidedRequest key={request.id} request={request} projectName={nameOf(request.project_id)} />
            ))}
          </ul>
        </Section>
      )}
      <Section id="audit" title="Newest acts">
        <EntryList entries={partner.audit.slice(0, 20)} />
        <p className="mt-3">
          <TextLink href={`/ops/audit?stream=${partner.id}`}>All acts on this account</TextLink>
        </p>
      </Section>
    </>
  );
}
