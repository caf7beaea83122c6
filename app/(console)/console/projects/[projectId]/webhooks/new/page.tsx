import type { Metadata } from 'next';
import { requireProjectContext } from '@/app/session';
import { EndpointForm } from '@/components/console/webhooks/endpoint-form';
import { webhookPaths } from '@/components/console/webhooks/paths';
import { PageHeader } from '@/components/ui/page-header';
import { eventTypes } from '@/lib/webhooks';
import { eventSamples } from '../samples';

export const metadata: Metadata = { title: 'Add endpoint' };

export default async function NewEndpointPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { project } = await requireProjectContext((await params).projectId, 'developer');
  return (
    <>
      <PageHeader
        title="Add endpoint"
        crumbs={[{ label: 'Webhooks', href: webhookPaths(project.id).endpoints }]}
      >
        Where we send signed messages. The signing secret is shown once, right after.
      </PageHeader>
      <EndpointForm
        projectId={project.id}
        types={eventTypes}
        samples={await eventSamples(project.livemode)}
      />
    </>
  );
}
