import type { Metadata } from 'next';
import { requireProjectAccess } from '@/app/session';
import { firstCall } from '@/components/console/clients/secret-file';
import { OverviewPage } from '@/components/console/overview/overview-page';
import { projectPath } from '@/components/console/shell/places';
import { Badge } from '@/components/ui/badge';
import { CodeBlock } from '@/components/ui/code-block';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { readClients, readOverview } from '@/lib/console';
import { environment } from '@/lib/env';

export const metadata: Metadata = { title: 'Overview' };

export default async function ProjectOverviewPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { project } = await requireProjectAccess((await params).projectId);
  const [overview, clients] = await Promise.all([readOverview(project), readClients(project.id)]);
  const client = clients.find(({ revoked }) => revoked === null);
  const clientsPage = projectPath(project.id, 'clients');
  return (
    <>
      <PageHeader
        title={project.name}
        beside={
          <>
            <EnvironmentBadge livemode={project.livemode} />
            <Badge>{project.tier}</Badge>
          </>
        }
      />
      <OverviewPage projectId={project.id} first={overview}>
        {client === undefined ? (
          <p>
            This project has no client yet. <TextLink href={`${clientsPage}/new`}>Create one</TextLink> to get
            an id and a secret.
          </p>
        ) : (
          <>
            <CodeBlock
              title={`First call with “${client.name}”`}
              language="bash"
              code={firstCall({ clientId: client.id }, environment().appUrl)}
            />
            <p className="text-13 text-ink-muted">
              The secret was shown once, when it was made. Lost it?{' '}
              <TextLink href={`${clientsPage}/${client.id}/rotate`}>Make a new one</TextLink> beside it.
            </p>
          </>
        )}
      </OverviewPage>
    </>
  );
}
