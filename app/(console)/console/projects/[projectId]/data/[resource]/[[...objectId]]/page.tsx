import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { requireProjectContext } from '@/app/session';
import { AdvanceClock } from '@/components/console/data/advance-clock';
import { DataExplorer } from '@/components/console/data/data-explorer';
import { isResource, resources } from '@/components/console/data/resources';
import { SectionTabs } from '@/components/console/panel/section-tabs';
import { projectPath } from '@/components/console/shell/places';
import { PageHeader } from '@/components/ui/page-header';
import { roleAtLeast } from '@/lib/auth';
import { lists } from '../../lists';

export const metadata: Metadata = { title: 'Data' };

interface DataPageProps {
  readonly params: Promise<{ projectId: string; resource: string; objectId?: string[] }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DataPage({ params, searchParams }: DataPageProps) {
  const { projectId, resource } = await params;
  const { session, project, ctx } = await requireProjectContext(projectId);
  if (!isResource(resource)) notFound();
  const list = resource === 'decisions' ? undefined : lists[resource];
  const asked = (await searchParams)['status'];
  const status = list?.statuses.find((known) => known === asked);
  const initial = await list?.first(ctx, status);
  const home = projectPath(project.id, 'data');
  const maySimulate = !project.livemode && roleAtLeast(session.role, 'developer');
  return (
    <>
      <PageHeader
        title="Data"
        actions={
          maySimulate && (
            <AdvanceClock
              projectId={project.id}
              now={ctx.clock.now().toISOString()}
              isAhead={project.clockOffsetSeconds > 0}
            />
          )
        }
      >
        What your program has made here, and all that happened to it.
      </PageHeader>
      <SectionTabs
        label="Kinds of data"
        places={Object.entries(resources).map(([key, { label }]) => ({
          label,
          href: `${home}/${key}`,
          current: key === resource,
        }))}
      />
      <NuqsAdapter>
        <DataExplorer
          key={resource}
          projectId={project.id}
          resource={resource}
          statuses={list?.statuses ?? []}
          {...(initial && { initial })}
          initialStatus={status ?? null}
          maySimulate={maySimulate}
        />
      </NuqsAdapter>
    </>
  );
}
