'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { Section } from '../section';

const SignatureCheckForm = dynamic(() => import('./signature-check-form'), { ssr: false });

/** The signature check behind its button: its form is loaded when it is wanted. */
export function SignatureCheckSection({ route }: { route: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Section
      title="Signature check"
      lead={
        <>
          Your receiver refused a delivery? Paste it here and see which rule it breaks.{' '}
          <TextLink href="/docs/webhooks#check">The verdicts</TextLink>
        </>
      }
    >
      {open ? (
        <SignatureCheckForm route={route} onDone={() => setOpen(false)} />
      ) : (
        <Button onClick={() => setOpen(true)}>Check a signature</Button>
      )}
    </Section>
  );
}
