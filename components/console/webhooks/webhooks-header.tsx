import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { SectionTabs } from '../panel/section-tabs';
import { webhookPaths } from './paths';

interface WebhooksHeaderProps {
  readonly projectId: string;
  readonly current: 'endpoints' | 'events';
  readonly actions?: ReactNode;
}

/** The two halves of webhooks: where events go, and what went there. */
export function WebhooksHeader({ projectId, current, actions }: WebhooksHeaderProps) {
  const paths = webhookPaths(projectId);
  return (
    <>
      <PageHeader title="Webhooks" actions={actions}>
        Signed messages to your server whenever something happens, retried for three days.
      </PageHeader>
      <SectionTabs
        label="Parts of webhooks"
        places={[
          { label: 'Endpoints', href: paths.endpoints, current: current === 'endpoints' },
          { label: 'Events and deliveries', href: paths.events, current: current === 'events' },
        ]}
      />
    </>
  );
}
