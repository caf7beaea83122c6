import type { Metadata } from 'next';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { requireProjectContext } from '@/app/session';
import { SectionTabs } from '@/components/console/panel/section-tabs';
import { ErrorGroups } from '@/components/console/requests/error-groups';
import { setFilters } from '@/components/console/requests/request-filters';
import { RequestLog } from '@/components/console/requests/request-log';
import { requestPaths } from '@/components/console/requests/request-paths';
import { PageHeader } from '@/components/ui/page-header';
import { environment } from '@/lib/env';
import { listErrorGroups, listRequests, listRequestsSchema } from '@/lib/request-log';
import { partnerOperations } from '../../operations';

export const metadata: Metadata = { title: 'Requests' };

interface RequestsPageProps {
  readonly params: Promise<{ projectId: string; requestId?: string[] }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RequestsPage({ params, searchParams }: RequestsPageProps) {
  const { project, ctx } = await requireProjectContext((await params).projectId);
  const asked = await searchParams;
  const byError = asked['view'] === 'errors';
  const filters = setFilters(asked);
  const input = listRequestsSchema.safeParse({ ...filters, limit: '50' });
  const paths = requestPaths(project.id);
  return (
    <>
      <PageHeader title="Requests">
        Every call of the last 30 days. Secrets and personal data were taken out before anything was stored.
      </PageHeader>
      <SectionTabs
        label="Views of the log"
        places={[
          { label: 'All requests', href: paths.list, current: !byError },
          { label: 'Errors by cause', href: paths.errors, current: byError },
        ]}
      />
      {byError ? (
        <ErrorGroups projectId={project.id} initial={await listErrorGroups({ ctx, input: {} })} />
      ) : (
        <NuqsAdapter>
          <RequestLog
            projectId={project.id}
            operations={await partnerOperations()}
            initial={input.success ? await listRequests({ ctx, input: input.data }) : undefined}
            initialFilters={filters}
            origin={environment().appUrl}
            isSandbox={!project.livemode}
          />
        </NuqsAdapter>
      )}
    </>
  );
}
