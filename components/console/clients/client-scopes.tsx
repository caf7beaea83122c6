'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { ClientFacts } from './facts';

const ScopesForm = dynamic(() => import('./scopes-form'), { ssr: false });

interface ClientScopesProps {
  readonly projectId: string;
  readonly client: ClientFacts;
  readonly mayChange: boolean;
}

/** What the client's tokens may do at most, and the way to change it. */
export function ClientScopes({ projectId, client, mayChange }: ClientScopesProps) {
  const [changing, setChanging] = useState(false);
  if (changing) return <ScopesForm projectId={projectId} client={client} onDone={() => setChanging(false)} />;
  return (
    <div className="space-y-3">
      <ul aria-label="Scopes" className="flex flex-wrap gap-1.5">
        {client.scopes.map((scope) => (
          <li key={scope}>
            <Badge mono>{scope}</Badge>
          </li>
        ))}
      </ul>
      {mayChange && <Button onClick={() => setChanging(true)}>Change scopes</Button>}
    </div>
  );
}
