import type { Metadata } from 'next';
import { requireProjectAccess } from '@/app/session';
import { Section } from '@/components/console/section';
import { CloseProject } from '@/components/console/settings/close-project';
import { LimitsTable } from '@/components/console/settings/limits-table';
import { ChangeRedirectUris, RenameProject } from '@/components/console/settings/opened-forms';
import { DateTime } from '@/components/ui/date-time';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { IdChip } from '@/components/ui/id-chip';
import { KeyValueList } from '@/components/ui/key-value-list';
import { PageHeader } from '@/components/ui/page-header';
import { roleAtLeast } from '@/lib/auth';
import { readOverview } from '@/lib/console';
import { LiveRequests, TierRequests } from './requests';
import { tierRows } from './tier-rows';

export const metadata: Metadata = { title: 'Settings' };

function RedirectList({ uris }: { uris: readonly string[] }) {
  if (uris.length === 0) return <p className="mb-3 text-ink-soft">None yet.</p>;
  return (
    <ul aria-label="Redirect addresses" className="mb-3 space-y-1 font-mono text-13 text-ink-soft">
      {uris.map((uri) => (
        <li key={uri} className="wrap-anywhere">
          {uri}
        </li>
      ))}
    </ul>
  );
}

export default async function SettingsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { session, project } = await requireProjectAccess((await params).projectId);
  const mayChange = roleAtLeast(session.role, 'admin');
  return (
    <>
      <PageHeader title="Settings" />
      <KeyValueList
        items={[
          { name: 'Name', value: project.name },
          { name: 'Project id', value: <IdChip id={project.id} what="project id" /> },
          { name: 'Environment', value: <EnvironmentBadge livemode={project.livemode} /> },
          { name: 'Created', value: <DateTime at={project.created.toISOString()} /> },
        ]}
      />
      {mayChange && (
        <div className="mt-4">
          <RenameProject projectId={project.id} name={project.name} />
        </div>
      )}
      <Section
        title="Redirect addresses"
        lead="Where applicants and payers may return to when they are done."
      >
        <RedirectList uris={project.redirectUris} />
        {mayChange && (
          <ChangeRedirectUris
            projectId={project.id}
            livemode={project.livemode}
            uris={project.redirectUris}
          />
        )}
      </Section>
      <Section
        title="Tier and limits"
        lead={
          project.livemode
            ? 'What the project as a whole may ask of us.'
            : 'What a project may ask of us. A sandbox is always on build.'
        }
      >
        <LimitsTable rows={tierRows(project)} />
        {project.livemode && <TierRequests project={project} mayAsk={mayChange} />}
      </Section>
      {!project.livemode && <LiveRequests project={project} mayAsk={mayChange} />}
      {session.role === 'owner' && (
        <Section
          title="End of this project"
          lead="Closing is for good and counts within a second everywhere."
        >
          <CloseProject
            projectId={project.id}
            name={project.name}
            callsToday={(await readOverview(project)).today.calls}
          />
        </Section>
      )}
    </>
  );
}
