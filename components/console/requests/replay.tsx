'use client';
import { RotateCcw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { RequestDetail } from '@/lib/request-log';
import type { SandboxCall } from '../../sandbox-call/sandbox-call';
import { replayable } from './replayable';

const SandboxCallForm = dynamic(() => import('../../sandbox-call/sandbox-call-form'), { ssr: false });

/** Sends a logged request again, as it was or changed. */
export function Replay({ projectId, request }: { projectId: string; request: RequestDetail }) {
  const [call, setCall] = useState<SandboxCall>();
  if (call === undefined) {
    const again = replayable(request);
    if (again === undefined) return null;
    return (
      <Button onClick={() => setCall(again)}>
        <RotateCcw aria-hidden className="size-4" />
        Replay in sandbox
      </Button>
    );
  }
  return (
    <section aria-label="Replay in sandbox" className="rounded-surface border border-sandbox-line p-4">
      <SandboxCallForm
        projectId={projectId}
        initial={call}
        note="Persons and secrets were never stored: sandbox people stand in for them. Change what you like."
      />
    </section>
  );
}
