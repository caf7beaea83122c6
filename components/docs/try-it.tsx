'use client';
import { FlaskConical } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { SandboxCall } from '../sandbox-call/sandbox-call';

const TryItPanel = dynamic(() => import('./try-it-panel'), { ssr: false });

/** Opens a form that sends the operation in a sandbox project of the reader's own. */
export function TryIt({ call, operation }: { call: Omit<SandboxCall, 'clientId'>; operation: string }) {
  const [open, setOpen] = useState(false);
  if (open) return <TryItPanel call={call} />;
  return (
    <Button onClick={() => setOpen(true)} aria-label={`Try it in sandbox: ${operation}`}>
      <FlaskConical aria-hidden className="size-4" />
      Try it in sandbox
    </Button>
  );
}
