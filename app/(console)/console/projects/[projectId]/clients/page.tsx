import type { Metadata } from 'next';
import { requireProjectAccess } from '@/app/session';
import { ClientList } from '@/components/console/clients/client-list';
import { projectPath } from '@/components/console/shell/places';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { roleAtLeast } from '@/lib/auth';
import { readClients } from '@/lib/console';

export const metadata: Metadata = { title: 'OAuth clients' };

export default async function ClientsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { session, project } = await requireProjectAccess((await params).projectId);
  const mayCreate = roleAtLeast(session.role, 'developer');
  return (
    <>
      <PageHeader
        title="OAuth clients"
        actions={
          mayCreate && (
            <ButtonLink href={`${projectPath(project.id, 'clients')}/new`} variant="primary">
              Create client
            </ButtonLink>
          )
        }
      >
        How your programs sign in. One client for each program keeps its scopes small and its rotation its
        own.
      </PageHeader>
      <ClientList projectId={project.id} first={await readClients(project.id)} mayCreate={mayCreate} />
    </>
  );
}
