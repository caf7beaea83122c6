import type { Metadata } from 'next';
import { requireConsoleSession } from '@/app/session';
import { ProjectList } from '@/components/console/projects/project-list';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { roleAtLeast } from '@/lib/auth';
import { readProjects } from '@/lib/console';

export const metadata: Metadata = { title: 'Projects' };

export default async function ProjectsPage() {
  const { partner, role } = await requireConsoleSession();
  const mayCreate = roleAtLeast(role, 'developer');
  return (
    <>
      <PageHeader
        title="Projects"
        actions={
          mayCreate && (
            <ButtonLink href="/console/projects/new" variant="primary">
              New sandbox project
            </ButtonLink>
          )
        }
      >
        A project is sandbox or live for good. Clients, data, limits and webhooks belong to it alone.
      </PageHeader>
      <ProjectList first={await readProjects(partner.id)} mayCreate={mayCreate} />
    </>
  );
}
