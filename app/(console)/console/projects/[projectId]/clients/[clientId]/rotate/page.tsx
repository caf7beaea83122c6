import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireProjectAccess } from '@/app/session';
import { RotationPage } from '@/components/console/clients/rotation-page';
import { projectPath } from '@/components/console/shell/places';
import { PageHeader } from '@/components/ui/page-header';
import { readClients, readRotation } from '@/lib/console';
import { environment } from '@/lib/env';

export const metadata: Metadata = { title: 'Rotate secret' };

interface RotatePageProps {
  readonly params: Promise<{ projectId: string; clientId: string }>;
}

export default async function RotatePage({ params }: RotatePageProps) {
  const { projectId, clientId } = await params;
  const { project } = await requireProjectAccess(projectId, 'developer');
  const client = (await readClients(project.id)).find(
    ({ id, revoked }) => id === clientId && revoked === null,
  );
  if (client === undefined) notFound();
  const home = projectPath(project.id, 'clients');
  return (
    <>
      <PageHeader
        title="Rotate secret"
        crumbs={[
          { label: 'OAuth clients', href: home },
          { label: client.name, href: `${home}/${client.id}` },
        ]}
      >
        Two secrets work side by side until you see that nobody uses the old one any more.
      </PageHeader>
      <RotationPage
        projectId={project.id}
        clientId={client.id}
        clientName={client.name}
        first={await readRotation(project.id, client.id)}
        origin={environment().appUrl}
      />
    </>
  );
}
