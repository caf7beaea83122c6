'use client';
import { useQueryClient } from '@tanstack/react-query';
import { FastForward } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/choice';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DateTime } from '@/components/ui/date-time';
import { useNotice } from '@/components/ui/toast';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';

const hourSeconds = 3_600;
const daySeconds = 24 * hourSeconds;
const leaps = [
  { value: String(hourSeconds), label: 'An hour' },
  { value: String(daySeconds), label: 'A day' },
  { value: String(3 * daySeconds), label: '3 days: the last delivery of a webhook' },
  { value: String(14 * daySeconds), label: '14 days: the end of an offer' },
  { value: String(31 * daySeconds), label: '31 days' },
];

interface AdvanceClockProps {
  readonly projectId: string;
  /** The project's business time now; it goes on with real time. */
  readonly now: string;
  readonly isAhead: boolean;
}

interface Advanced {
  readonly result: { readonly happened: readonly { readonly job: string }[] };
}

/** Moves a sandbox's business time: offers end, retries fall due, schedules go on. */
export function AdvanceClock({ projectId, now, isAhead }: AdvanceClockProps) {
  const [seconds, setSeconds] = useState(String(daySeconds));
  const queryClient = useQueryClient();
  const notify = useNotice();
  const router = useRouter();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {isAhead && (
        <p className="text-13 text-ink-muted">
          Here it is <DateTime at={now} />
        </p>
      )}
      <ConfirmDialog
        trigger={
          <Button>
            <FastForward aria-hidden className="size-4" />
            Advance clock
          </Button>
        }
        title="Advance the clock of this sandbox"
        description="Business time moves ahead and never back: offers and links end, webhooks are tried again, schedules go on. Tokens, limits and idempotency keys keep real time."
        danger="simple"
        confirmLabel="Advance clock"
        pendingLabel="Advancing clock"
        onConfirm={async () => {
          const { result } = await request<Advanced>(`/api/console/projects/${projectId}/simulations/clock`, {
            method: 'POST',
            body: { seconds: Number(seconds) },
          });
          const things = result.happened.length;
          notify({
            title: 'The clock is ahead',
            text:
              things === 0
                ? 'Nothing fell due on the way.'
                : `${things} ${things === 1 ? 'thing' : 'things'} fell due on the way.`,
          });
          await queryClient.invalidateQueries({ queryKey: queryKeys.project(projectId) });
          router.refresh();
        }}
      >
        <SelectField
          label="By"
          value={seconds}
          onChange={(event) => setSeconds(event.target.value)}
          options={leaps}
        />
      </ConfirmDialog>
    </div>
  );
}
