import type { Metadata } from 'next';
import { Rocket } from 'lucide-react';
import { requireProjectContext } from '@/app/session';
import { CompanyForm } from '@/components/console/go-live/company-form';
import { GoLiveChecklist } from '@/components/console/go-live/go-live-checklist';
import { LiveRequestForm } from '@/components/console/go-live/live-request-form';
import { LiveRequests } from '@/components/console/go-live/live-requests';
import { projectPath } from '@/components/console/shell/places';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValueList } from '@/components/ui/key-value-list';
import { PageHeader } from '@/components/ui/page-header';
import { roleAtLeast } from '@/lib/auth';
import { listProjectRequests, readChecklist, readProfile } from '@/lib/go-live';

export const metadata: Metadata = { title: 'Go-live' };

export default async function GoLivePage({ params }: { params: Promise<{ projectId: string }> }) {
  const { session, project } = await requireProjectContext((await params).projectId);
  const header = (
    <PageHeader title="Go-live">
      The lender sees the same evidence as you: what your own sandbox calls have shown, and who you are.
    </PageHeader>
  );
  if (project.livemode) {
    return (
      <>
        {header}
        <EmptyState
          icon={Rocket}
          title="This project is live"
          action={<ButtonLink href={projectPath(project.id, 'overview')}>Go to its overview</ButtonLink>}
        >
          The checklist belongs to sandbox projects.
        </EmptyState>
      </>
    );
  }
  const partnerId = session.partner.id;
  const [checklist, profile, all] = await Promise.all([
    readChecklist(project.id),
    readProfile(partnerId),
    listProjectRequests({ partnerId }),
  ]);
  const requests = all.filter(({ kind, project_id }) => kind === 'live' && project_id === project.id);
  const isAdmin = roleAtLeast(session.role, 'admin');
  const mayAsk = isAdmin && profile !== null && !requests.some(({ status }) => status === 'open');
  return (
    <>
      {header}
      <div className="space-y-8">
        <GoLiveChecklist projectId={project.id} initial={checklist} />
        <section aria-labelledby="company-heading">
          <h2 id="company-heading" className="mb-3 text-16 font-semibold">
            Your company
          </h2>
          {isAdmin ? (
            <CompanyForm profile={profile} />
          ) : profile === null ? (
            <p className="text-ink-muted">Not filled in yet. An Admin or the Owner can.</p>
          ) : (
            <KeyValueList
              items={[
                { name: 'Registered name', value: profile.legal_name },
                { name: 'Company number', value: profile.company_number },
                { name: 'Website', value: profile.website },
                { name: 'Contact', value: `${profile.contact_name}, ${profile.contact_email}` },
                { name: 'Security matters', value: profile.security_email },
              ]}
            />
          )}
        </section>
        <section aria-labelledby="request-heading">
          <h2 id="request-heading" className="mb-1 text-16 font-semibold">
            Live project
          </h2>
          <p className="mb-3 max-w-[72ch] text-ink-muted">
            {profile === null
              ? 'Save the company’s details first.'
              : checklist.passed
                ? 'Everything is shown.'
                : 'You may ask at any time; what is not shown yet, the lender will ask about.'}
          </p>
          <div className="space-y-5">
            {requests.length > 0 && <LiveRequests requests={requests} />}
            {mayAsk && <LiveRequestForm projectId={project.id} />}
          </div>
        </section>
      </div>
    </>
  );
}
