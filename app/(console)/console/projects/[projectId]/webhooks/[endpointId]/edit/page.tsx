import type { Metadata } from 'next';
import { requireProjectContext } from '@/app/session';
import { EndpointForm } from '@/components/console/webhooks/endpoint-form';
import { webhookPaths } from '@/components/console/webhooks/paths';
import { PageHeader } from '@/components/ui/page-header';
import { eventTypes } from '@/lib/webhooks';
import { eventSamples } from '../../samples';
import { readEndpointOr404 } from '../read-endpoint';

export const metadata: Metadata = { title: 'Change endpoint' };

interface EditEndpointPageProps {
  readonly params: Promise<{ projectId: string; endpointId: string }>;
}

export default async function EditEndpointPage({ params }: EditEndpointPageProps) {
  const { projectId, endpointId } = await params;
  const { project, ctx } = await requireProjectContext(projectId, 'developer');
  const endpoint = await readEndpointOr404(ctx, endpointId);
  const paths = webhookPaths(project.id);
  return (
    <>
      <PageHeader
        title="Change endpoint"
        crumbs={[
          { label: 'Webhooks', href: paths.endpoints },
          { label: endpoint.description ?? endpoint.url, href: paths.endpoint(endpoint.id) },
        ]}
      >
        Events already on their way go to the new URL.
      </PageHeader>
      <EndpointForm
        projectId={project.id}
        types={eventTypes}
        samples={await eventSamples(project.livemode)}
        endpoint={endpoint}
      />
    </>
  );
}
