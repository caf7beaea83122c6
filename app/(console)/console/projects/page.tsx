import type { Metadata } from 'next';
import { requireConsoleSession } from '@/app/session';
import { ProjectList } from '@/components/console/projects/project-list';
import { PageHeader } from '@/components/ui/page-header';
import { listProjects } from '@/lib/projects';

export const metadata: Metadata = { title: 'Projects' };

export default async function ProjectsPage() {
  const { partner } = await requireConsoleSession();
  const projects = await listProjects(partner.id);
  return (
    <>
      <PageHeader title="Projects">
        A project is sandbox or live for good. Clients, data, limits and webhooks belong to it alone.
      </PageHeader>
      <ProjectList
        projects={projects.map(({ created, ...project }) => ({ ...project, created: created.toISOString() }))}
      />
    </>
  );
}
