'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Form, FormSubmit, FormText, FormTextArea } from '@/components/ui/form';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { SignatureCheck } from '@/lib/webhooks';
import { SignatureResult } from './signature-result';

const schema = (z: Checks) =>
  z.object({
    headers: z.string().check(z.minLength(1, 'Paste the headers of the delivery.')),
    body: z.string().check(z.minLength(1, 'Paste the body of the delivery.')),
    received_at: z.string().check(z.trim()),
  });

interface SignatureCheckProps {
  /** Of the endpoint. */
  readonly route: string;
  readonly onDone: () => void;
}

/** A delivery that a receiver refused is pasted; which rule it breaks comes back. */
export default function SignatureCheckForm({ route, onDone }: SignatureCheckProps) {
  const [check, setCheck] = useState<SignatureCheck>();
  const bound = useApiForm({
    id: 'signature-check',
    schema,
    defaultValues: { headers: '', body: '', received_at: '' },
    submit: ({ received_at: receivedAt, ...pasted }) =>
      request<SignatureCheck>(`${route}/signature-check`, {
        method: 'POST',
        body: { ...pasted, ...(receivedAt !== '' && { received_at: receivedAt }) },
      }),
    onDone: setCheck,
  });
  return (
    <div className="space-y-5">
      <Form bound={bound} className="max-w-3xl space-y-4">
        <FormTextArea
          mono
          name="headers"
          label="Headers"
          hint="As your log or curl prints them, or as JSON; others than ours do no harm."
        />
        <FormTextArea
          mono
          name="body"
          label="Body"
          hint="The raw bytes, as they came. The secret stays with us: nothing to paste for it."
        />
        <FormText
          name="received_at"
          label="When it came (optional)"
          hint="By your receiver’s clock, such as 2026-12-01T09:30:00Z. Left empty: now."
        />
        <div className="flex flex-wrap gap-2">
          <FormSubmit pendingLabel="Checking signature">Check signature</FormSubmit>
          <Button variant="quiet" onClick={onDone}>
            Close
          </Button>
        </div>
      </Form>
      {check !== undefined && <SignatureResult check={check} />}
    </div>
  );
}
