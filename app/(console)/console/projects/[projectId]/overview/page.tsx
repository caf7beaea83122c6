import type { Metadata } from 'next';
import { requireProjectAccess } from '@/app/session';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { IdChip } from '@/components/ui/id-chip';
import { KeyValueList } from '@/components/ui/key-value-list';
import { PageHeader } from '@/components/ui/page-header';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { project } = await requireProjectAccess((await params).projectId);
  const { bucket, concurrent } = project.limits;
  return (
    <>
      <PageHeader title={project.name} beside={<EnvironmentBadge livemode={project.livemode} />} />
      <KeyValueList
        items={[
          { name: 'Project', value: <IdChip id={project.id} what="project id" /> },
          { name: 'Tier', value: <Badge>{project.tier}</Badge> },
          {
            name: 'Limits',
            value: `${bucket.ratePerSecond} requests a second, bursts of ${bucket.burst}, ${concurrent} at once`,
          },
          { name: 'Created', value: <DateTime at={project.created.toISOString()} /> },
        ]}
      />
    </>
  );
}
