import { redirect } from 'next/navigation';
import { projectPath } from '@/components/console/shell/places';

export default async function DataHome({ params }: { params: Promise<{ projectId: string }> }) {
  redirect(`${projectPath((await params).projectId, 'data')}/applications`);
}
