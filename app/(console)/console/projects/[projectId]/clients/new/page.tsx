import type { Metadata } from 'next';
import { requireProjectAccess } from '@/app/session';
import { CreateClient } from '@/components/console/clients/create-client';
import { projectPath } from '@/components/console/shell/places';
import { PageHeader } from '@/components/ui/page-header';
import { environment } from '@/lib/env';

export const metadata: Metadata = { title: 'Create client' };

export default async function NewClientPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { project } = await requireProjectAccess((await params).projectId, 'developer');
  return (
    <>
      <PageHeader
        title="Create client"
        crumbs={[{ label: 'OAuth clients', href: projectPath(project.id, 'clients') }]}
      />
      <CreateClient projectId={project.id} livemode={project.livemode} origin={environment().appUrl} />
    </>
  );
}
