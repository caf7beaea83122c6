import type { Metadata } from 'next';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { requireProjectContext } from '@/app/session';
import { EventLog } from '@/components/console/webhooks/event-log';
import { ReplayFailed } from '@/components/console/webhooks/replay-failed';
import { WebhooksHeader } from '@/components/console/webhooks/webhooks-header';
import { roleAtLeast } from '@/lib/auth';
import { eventTypes, listEventLog } from '@/lib/webhooks';

export const metadata: Metadata = { title: 'Webhook events' };

interface EventsPageProps {
  readonly params: Promise<{ projectId: string; eventId?: string[] }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EventsPage({ params, searchParams }: EventsPageProps) {
  const { session, project, ctx } = await requireProjectContext((await params).projectId);
  const asked = (await searchParams)['type'];
  const type = eventTypes.find((known) => known === asked);
  const mayChange = roleAtLeast(session.role, 'developer');
  return (
    <>
      <WebhooksHeader
        projectId={project.id}
        current="events"
        actions={
          mayChange && <ReplayFailed projectId={project.id} clockOffsetSeconds={project.clockOffsetSeconds} />
        }
      />
      <NuqsAdapter>
        <EventLog
          projectId={project.id}
          types={eventTypes}
          initial={await listEventLog({ ctx, input: { limit: 50, ...(type !== undefined && { type }) } })}
          initialType={type ?? null}
          mayChange={mayChange}
        />
      </NuqsAdapter>
    </>
  );
}
