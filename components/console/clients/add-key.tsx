'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { liveKeys, type ClientFacts } from './facts';

const KeyForm = dynamic(() => import('./key-form'), { ssr: false });

const maximumKeys = 4;

interface AddKeyProps {
  readonly projectId: string;
  readonly client: ClientFacts;
}

/** Registers a public key for `private_key_jwt`; at most four. */
export function AddKey({ projectId, client }: AddKeyProps) {
  const [open, setOpen] = useState(false);
  if (open) return <KeyForm projectId={projectId} clientId={client.id} onDone={() => setOpen(false)} />;
  if (liveKeys(client).length >= maximumKeys) {
    return (
      <p className="text-13 text-ink-muted">A client has at most four keys. Retire one to add another.</p>
    );
  }
  return <Button onClick={() => setOpen(true)}>Add public key</Button>;
}
