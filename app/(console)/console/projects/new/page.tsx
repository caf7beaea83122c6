import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireConsoleSession } from '@/app/session';
import { NewProject } from '@/components/console/projects/new-project';
import { PageHeader } from '@/components/ui/page-header';
import { roleAtLeast } from '@/lib/auth';
import { environment } from '@/lib/env';

export const metadata: Metadata = { title: 'New sandbox project' };

export default async function NewProjectPage() {
  const { role } = await requireConsoleSession();
  if (!roleAtLeast(role, 'developer')) notFound();
  return (
    <>
      <PageHeader title="New sandbox project" crumbs={[{ label: 'Projects', href: '/console/projects' }]}>
        It comes with its first client. Nothing in a sandbox moves money. An account has at most ten.
      </PageHeader>
      <NewProject origin={environment().appUrl} />
    </>
  );
}
