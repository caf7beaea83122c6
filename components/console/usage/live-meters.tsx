'use client';
import { useState } from 'react';
import { Meter } from '@/components/ui/meter';
import { useServerEvents } from '@/lib/client/use-server-events';
import type { Meters } from '@/lib/usage';

interface LiveMetersProps {
  readonly projectId: string;
  readonly initial: Meters;
}

/** Rate, burst and slots, once a second: text first, bar second. */
export function LiveMeters({ projectId, initial }: LiveMetersProps) {
  const [meters, setMeters] = useState(initial);
  const state = useServerEvents(`/api/console/projects/${projectId}/usage/meters`, ['meters'], (_, data) =>
    setMeters(data as Meters),
  );
  const { rate, tokens, slots } = meters;
  const used = tokens.burst - tokens.remaining;
  return (
    <section aria-label="Limits now" className="mb-8">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-16 font-semibold">Limits now</h2>
        <p className="text-13 text-ink-muted">
          {state === 'waiting' ? 'The live connection is being made again.' : 'Once a second.'}
        </p>
      </div>
      <div className="grid gap-5 sm:grid-cols-3">
        <Meter
          label="Sustained rate"
          value={Math.min(rate.per_second, rate.limit_per_second)}
          max={rate.limit_per_second}
          text={`${rate.per_second.toFixed(1)} of ${rate.limit_per_second} a second`}
        />
        <Meter
          label="Burst used"
          value={used}
          max={tokens.burst}
          text={`${tokens.remaining} of ${tokens.burst} tokens left`}
        />
        <Meter
          label="Concurrency"
          value={Math.min(slots.in_flight, slots.limit)}
          max={slots.limit}
          text={`${slots.in_flight} of ${slots.limit} slots`}
        />
      </div>
    </section>
  );
}
