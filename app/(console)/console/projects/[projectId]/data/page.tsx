import { redirect } from 'next/navigation';
import { requireProjectAccess } from '@/app/session';
import { projectPath } from '@/components/console/shell/places';

export default async function DataHome({ params }: { params: Promise<{ projectId: string }> }) {
  const { project } = await requireProjectAccess((await params).projectId);
  redirect(`${projectPath(project.id, 'data')}/applications`);
}
