'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/toast';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { Resource, ShownObject } from './resources';
import { simulationPath, simulationsOf, whyNot, type Simulation } from './simulations';

interface SimulatePanelProps {
  readonly projectId: string;
  readonly resource: Resource;
  readonly shown: ShownObject;
}

interface Outcome {
  readonly events: readonly { readonly type: string }[];
}

/** Plays banks and providers at a press; what cannot be played says why. */
export function SimulatePanel({ projectId, resource, shown }: SimulatePanelProps) {
  const queryClient = useQueryClient();
  const notify = useNotice();
  const play = useMutation({
    mutationFn: ({ body }: Simulation) =>
      request<Outcome>(simulationPath(projectId, resource, shown.id), { method: 'POST', body: body ?? {} }),
    onSuccess: async ({ events }, { label }) => {
      notify({
        title: `Done: ${label.toLowerCase()}`,
        text: events.length === 0 ? 'No event came of it.' : events.map(({ type }) => type).join(', '),
      });
      await queryClient.invalidateQueries({ queryKey: queryKeys.ofProject(projectId, 'data') });
    },
    onError: ({ message }) => notify({ tone: 'problem', title: 'Nothing was played', text: message }),
  });
  const simulations = simulationsOf(resource);
  if (simulations.length === 0) return null;
  return (
    <section aria-labelledby="simulate-heading" className="rounded-surface border border-sandbox-line p-4">
      <h3 id="simulate-heading" className="mb-2 flex items-center gap-2 font-semibold">
        <FlaskConical aria-hidden className="size-4" />
        Simulate
      </h3>
      <ul className="divide-y divide-line">
        {simulations.map((simulation) => {
          const reason = whyNot(simulation, shown);
          const pending = play.isPending && play.variables.act === simulation.act;
          return (
            <li key={simulation.act} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <p id={`effect-${simulation.act}`} className="min-w-48 flex-1 text-13 text-ink-soft">
                {reason ?? simulation.effect}
              </p>
              <Button
                disabled={reason !== undefined || (play.isPending && !pending)}
                aria-describedby={`effect-${simulation.act}`}
                pendingLabel={pending ? 'Playing' : undefined}
                onClick={() => play.mutate(simulation)}
              >
                {simulation.label}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
