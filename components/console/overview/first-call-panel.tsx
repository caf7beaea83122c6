'use client';
import { CircleCheck } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { Overview } from '@/lib/console';
import { PulseDot } from '../pulse-dot';
import { durationWords } from './duration-words';
import { RequestCard } from './request-card';
import { UsualCauses } from './usual-causes';

const silenceMs = 60_000;

/** Whether nothing came for a minute since this page was opened. */
function useSilence(isWaiting: boolean): boolean {
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setSilent(true), silenceMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return silent && isWaiting;
}

interface FirstCallPanelProps {
  readonly overview: Overview;
  readonly isConnected: boolean;
  /** The lines to paste. */
  readonly children: ReactNode;
}

function FirstSuccess({ overview }: Pick<FirstCallPanelProps, 'overview'>) {
  const { project, newest_request: newest } = overview;
  const success = project.first_success;
  if (success === null) return null;
  return (
    <Card className="space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p role="status" className="flex items-center gap-2.5 text-16 font-semibold text-ink">
          <CircleCheck aria-hidden className="size-5 shrink-0 text-accent" />
          <span className="numeric">Your first 200 took {durationWords(success.took_seconds)}</span>
        </p>
        <TextLink href={`/console/projects/${project.id}/requests/${success.request_id}`} className="text-13">
          Open that request
        </TextLink>
      </div>
      {newest !== null && newest.code !== null && (
        <div className="border-t border-line pt-4">
          <h2 className="mb-1.5 text-13 text-ink-muted">Newest request</h2>
          <RequestCard projectId={project.id} request={newest} />
        </div>
      )}
    </Card>
  );
}

/** Waits for the first request, shows it when it comes, also when it is refused, and says how long the first 200 took. */
export function FirstCallPanel({ overview, isConnected, children }: FirstCallPanelProps) {
  const { project, newest_request: newest } = overview;
  const silent = useSilence(newest === null);
  if (project.first_success !== null) return <FirstSuccess overview={overview} />;
  return (
    <Card className="space-y-4">
      <p role="status" className="flex items-center gap-2.5 text-16 font-semibold text-ink">
        <PulseDot />
        {newest === null ? 'Waiting for your first request' : 'Waiting for your first 200'}
      </p>
      {newest === null ? (
        <p className="text-ink-soft">
          {isConnected
            ? 'Paste the lines below into a shell. This panel turns to your call as it happens.'
            : 'Paste the lines below into a shell. This panel is connecting.'}
        </p>
      ) : (
        <RequestCard projectId={project.id} request={newest} />
      )}
      {silent && <UsualCauses />}
      {children}
    </Card>
  );
}
