import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireProjectAccess } from '@/app/session';
import { ClientPage } from '@/components/console/clients/client-page';
import { roleAtLeast } from '@/lib/auth';
import { readClients } from '@/lib/console';

export const metadata: Metadata = { title: 'OAuth client' };

interface OneClientPageProps {
  readonly params: Promise<{ projectId: string; clientId: string }>;
}

export default async function OneClientPage({ params }: OneClientPageProps) {
  const { projectId, clientId } = await params;
  const { session, project } = await requireProjectAccess(projectId);
  const clients = await readClients(project.id);
  if (!clients.some(({ id }) => id === clientId)) notFound();
  return (
    <ClientPage
      projectId={project.id}
      clientId={clientId}
      first={clients}
      mayChange={roleAtLeast(session.role, 'developer')}
    />
  );
}
