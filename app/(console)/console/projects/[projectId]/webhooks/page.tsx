import type { Metadata } from 'next';
import { requireProjectContext } from '@/app/session';
import { EndpointList } from '@/components/console/webhooks/endpoint-list';
import { webhookPaths } from '@/components/console/webhooks/paths';
import { WebhooksHeader } from '@/components/console/webhooks/webhooks-header';
import { ButtonLink } from '@/components/ui/button';
import { roleAtLeast } from '@/lib/auth';
import { listEndpoints } from '@/lib/webhooks';

export const metadata: Metadata = { title: 'Webhooks' };

export default async function WebhooksPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { session, project, ctx } = await requireProjectContext((await params).projectId);
  const endpoints = await listEndpoints({ ctx, input: { limit: 100 } });
  const mayChange = roleAtLeast(session.role, 'developer');
  return (
    <>
      <WebhooksHeader
        projectId={project.id}
        current="endpoints"
        actions={
          mayChange &&
          endpoints.data.length > 0 && (
            <ButtonLink variant="primary" href={webhookPaths(project.id).newEndpoint}>
              Add endpoint
            </ButtonLink>
          )
        }
      />
      <EndpointList projectId={project.id} initial={endpoints} mayChange={mayChange} />
    </>
  );
}
