import type { Metadata } from 'next';
import { requireProjectContext } from '@/app/session';
import { EndpointDetail } from '@/components/console/webhooks/endpoint-detail';
import { roleAtLeast } from '@/lib/auth';
import { readEndpointOr404 } from './read-endpoint';

export const metadata: Metadata = { title: 'Webhook endpoint' };

interface EndpointPageProps {
  readonly params: Promise<{ projectId: string; endpointId: string }>;
}

export default async function EndpointPage({ params }: EndpointPageProps) {
  const { projectId, endpointId } = await params;
  const { session, project, ctx } = await requireProjectContext(projectId);
  return (
    <EndpointDetail
      projectId={project.id}
      initial={await readEndpointOr404(ctx, endpointId)}
      mayChange={roleAtLeast(session.role, 'developer')}
    />
  );
}
