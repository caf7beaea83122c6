import { Section } from '@/components/console/section';
import { AskLive, AskTier } from '@/components/console/settings/opened-forms';
import { StaffRequest } from '@/components/console/settings/staff-request';
import { projectPath } from '@/components/console/shell/places';
import { TextLink } from '@/components/ui/text-link';
import { listProjectRequests, readProfile } from '@/lib/go-live';
import type { ProjectDetail } from '@/lib/projects';
import { higherTiers } from './tier-rows';

interface RequestsProps {
  readonly project: ProjectDetail;
  readonly mayAsk: boolean;
}

async function requestsOf({ id, partnerId }: ProjectDetail, kind: 'live' | 'tier') {
  const all = await listProjectRequests({ partnerId });
  const requests = all.filter((request) => request.project_id === id && request.kind === kind);
  return { requests, isOpen: requests.some(({ status }) => status === 'open') };
}

/** What was asked, and the form to ask for a higher tier while nothing waits. */
export async function TierRequests({ project, mayAsk }: RequestsProps) {
  const { requests, isOpen } = await requestsOf(project, 'tier');
  const higher = higherTiers(project);
  return (
    <div className="mt-5 space-y-4">
      {requests.map((request) => (
        <StaffRequest key={request.id} request={request} />
      ))}
      {mayAsk && !isOpen && higher.length > 0 && <AskTier projectId={project.id} tiers={higher} />}
    </div>
  );
}

/** What was asked, and the form to ask for a live project while nothing waits. */
export async function LiveRequests({ project, mayAsk }: RequestsProps) {
  const [{ requests, isOpen }, profile] = await Promise.all([
    requestsOf(project, 'live'),
    readProfile(project.partnerId),
  ]);
  return (
    <Section
      title="Live project"
      lead={
        <>
          Our staff open it once they have seen your company’s details and what this sandbox shows on the{' '}
          <TextLink href={projectPath(project.id, 'go-live')}>go-live checklist</TextLink>.
        </>
      }
    >
      <div className="space-y-4">
        {requests.map((request) => (
          <StaffRequest key={request.id} request={request} />
        ))}
        {mayAsk && !isOpen && <AskLive projectId={project.id} profile={profile} />}
      </div>
    </Section>
  );
}
