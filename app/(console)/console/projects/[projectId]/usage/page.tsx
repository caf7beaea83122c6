import type { Metadata } from 'next';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { requireProjectContext } from '@/app/session';
import { LiveMeters } from '@/components/console/usage/live-meters';
import { isRange, spanOf, spanQuery, usageQuery } from '@/components/console/usage/usage-range';
import { UsageView } from '@/components/console/usage/usage-view';
import { WhatIfSection } from '@/components/console/usage/what-if-section';
import { PageHeader } from '@/components/ui/page-header';
import { readMeters, showUsage } from '@/lib/usage';
import { partnerOperations } from '../operations';

export const metadata: Metadata = { title: 'Usage' };

interface UsagePageProps {
  readonly params: Promise<{ projectId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UsagePage({ params, searchParams }: UsagePageProps) {
  const { project, ctx } = await requireProjectContext((await params).projectId);
  const asked = await searchParams;
  const range = isRange(asked['range']) ? asked['range'] : '24h';
  const span = spanOf(asked['from'], asked['to']);
  const operations = await partnerOperations();
  const operation = operations.find(({ id }) => id === asked['operation'])?.id ?? null;
  const [usage, meters] = await Promise.all([
    showUsage({
      ctx,
      input: {
        ...(span ? spanQuery(span) : usageQuery(range, new Date().getTime())),
        ...(operation !== null && { operation }),
      },
    }),
    readMeters(project),
  ]);
  return (
    <>
      <PageHeader title="Usage">
        How much you call, how fast we answer, and how close you are to your limits.
      </PageHeader>
      <LiveMeters projectId={project.id} initial={meters} />
      <NuqsAdapter>
        <UsageView
          projectId={project.id}
          operations={operations}
          initial={usage}
          initialRange={range}
          initialOperation={operation}
          initialSpan={span}
        />
      </NuqsAdapter>
      <WhatIfSection projectId={project.id} livemode={project.livemode} />
    </>
  );
}
