'use client';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { Overview } from '@/lib/console';
import { Section } from '../section';
import { projectPath } from '../shell/places';
import { FirstCallPanel } from './first-call-panel';
import { FirstSteps } from './first-steps';
import { LatestRequests } from './latest-requests';
import { Today } from './today';
import { useOverview } from './use-overview';

interface OverviewPageProps {
  readonly projectId: string;
  readonly first: Overview;
  /** The lines to paste, made by the server. */
  readonly children: ReactNode;
}

/** The live part of a project's first page. */
export function OverviewPage({ projectId, first, children }: OverviewPageProps) {
  const { overview, connection } = useOverview(projectId, first);
  const { livemode } = overview.project;
  return (
    <div className={livemode ? 'space-y-8' : 'grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]'}>
      <div className="min-w-0 space-y-8">
        <FirstCallPanel overview={overview} isConnected={connection === 'open'}>
          {children}
        </FirstCallPanel>
        <Section
          title="Today"
          lead="Since midnight UTC."
          actions={<TextLink href={projectPath(projectId, 'usage')}>All usage</TextLink>}
        >
          <Today today={overview.today} />
        </Section>
        {overview.project.first_success !== null && overview.latest_requests.length > 0 && (
          <Section
            title="Latest requests"
            lead="As they come."
            actions={<TextLink href={projectPath(projectId, 'requests')}>All requests</TextLink>}
          >
            <LatestRequests projectId={projectId} requests={overview.latest_requests} />
          </Section>
        )}
      </div>
      {!livemode && (
        <section aria-label="First steps" className="min-w-0">
          <Card>
            <h2 className="mb-2 font-semibold">First steps</h2>
            <FirstSteps overview={overview} />
          </Card>
        </section>
      )}
    </div>
  );
}
