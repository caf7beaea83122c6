'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/choice';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useNotice } from '@/components/ui/toast';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import { webhookPaths } from './paths';

const spans = [
  { value: '1', label: 'The last hour' },
  { value: '6', label: 'The last 6 hours' },
  { value: '24', label: 'The last 24 hours' },
  { value: '71', label: 'The last 71 hours' },
];
const hourMs = 3_600_000;

interface ReplayFailedProps {
  readonly projectId: string;
  /** How far the project's own time is ahead of real time. */
  readonly clockOffsetSeconds: number;
}

/** Sends everything again that did not arrive since some moment. */
export function ReplayFailed({ projectId, clockOffsetSeconds }: ReplayFailedProps) {
  const [hours, setHours] = useState('24');
  const queryClient = useQueryClient();
  const notify = useNotice();
  return (
    <ConfirmDialog
      trigger={<Button>Replay failed events</Button>}
      title="Replay failed events"
      description="Everything that no enabled endpoint has accepted is sent again at once, under the same event ids. What arrived is left alone."
      danger="simple"
      confirmLabel="Replay failed events"
      pendingLabel="Starting"
      onConfirm={async () => {
        const since = new Date(Date.now() + clockOffsetSeconds * 1_000 - Number(hours) * hourMs);
        const { deliveries } = await request<{ deliveries: number }>(webhookPaths(projectId).routes.replay, {
          method: 'POST',
          body: { since: since.toISOString() },
        });
        notify(
          deliveries === 0
            ? { tone: 'info', title: 'Nothing failed in that time' }
            : {
                title: `${deliveries} ${deliveries === 1 ? 'delivery is' : 'deliveries are'} on the way again`,
              },
        );
        await queryClient.invalidateQueries({ queryKey: queryKeys.ofProject(projectId, 'webhooks') });
      }}
    >
      <SelectField
        label="Since"
        value={hours}
        onChange={(event) => setHours(event.target.value)}
        options={spans}
      />
    </ConfirmDialog>
  );
}
