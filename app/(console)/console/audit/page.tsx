import type { Metadata } from 'next';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { requireConsoleSession } from '@/app/session';
import { setAuditFilters } from '@/components/console/audit/audit-filters';
import { AuditLog } from '@/components/console/audit/audit-log';
import { PageHeader } from '@/components/ui/page-header';
import { auditQuerySchema } from '@/lib/audit';
import { listPartnerAudit } from '@/lib/console';
import { ApiError } from '@/lib/core/errors';
import { listProjects } from '@/lib/projects';

export const metadata: Metadata = { title: 'Audit' };

interface AuditPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const { partner } = await requireConsoleSession();
  const filters = setAuditFilters(await searchParams);
  const asked = auditQuerySchema.safeParse(filters);
  const [projects, initial] = await Promise.all([
    listProjects(partner.id),
    asked.success
      ? listPartnerAudit({ partnerId: partner.id, filters: asked.data }).catch((error: unknown) => {
          if (error instanceof ApiError) return undefined; // the list says why
          throw error;
        })
      : undefined,
  ]);
  return (
    <>
      <PageHeader title="Audit">
        Who did what in your account and its projects. Entries are only ever added.
      </PageHeader>
      <NuqsAdapter>
        <AuditLog
          projects={projects.map(({ id, name }) => ({ id, name }))}
          partnerId={partner.id}
          initial={initial}
          initialFilters={filters}
        />
      </NuqsAdapter>
    </>
  );
}
