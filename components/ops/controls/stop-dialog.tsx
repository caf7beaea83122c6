'use client';
import type { ReactElement } from 'react';
import * as z from 'zod/mini';
import { Form, FormSelect, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { useApiForm } from '@/lib/client/use-api-form';
import type { ShownStopPage } from '@/lib/disbursements';
import { ActButtons, ActDialog } from '../act-dialog';

interface StopProps {
  readonly partners: ShownStopPage['partners'];
  readonly stop: (input: { partner_id?: string; reason: string }) => Promise<unknown>;
}

const schema = z.object({
  partner_id: z.string(),
  reason: z
    .string()
    .check(z.trim(), z.minLength(10, 'Give the reason in at least 10 characters.'), z.maxLength(500)),
});

function StopForm({ partners, stop, close }: StopProps & { close: () => void }) {
  const notice = useNotice();
  const bound = useApiForm({
    id: 'stop',
    schema,
    defaultValues: { partner_id: '', reason: '' },
    submit: ({ partner_id: partnerId, reason }) =>
      stop({ reason, ...(partnerId !== '' && { partner_id: partnerId }) }),
    onDone: () => {
      notice({ title: 'Stopped' });
      close();
    },
  });
  return (
    <Form bound={bound} className="space-y-4">
      <FormSelect
        name="partner_id"
        label="What to stop"
        options={[
          { value: '', label: 'All money-out' },
          ...partners.map(({ id, name }) => ({ value: id, label: `Only ${name}` })),
        ]}
      />
      <FormTextArea name="reason" label="Reason" hint="Everybody on the team reads it." rows={3} />
      <ActButtons onCancel={close} pendingLabel="Stopping">
        Stop money-out
      </ActButtons>
    </Form>
  );
}

/** One person is enough to stop. */
export function StopDialog({ trigger, ...rest }: StopProps & { readonly trigger: ReactElement }) {
  return (
    <ActDialog
      trigger={trigger}
      title="Stop money-out?"
      description="From now on nothing is released and nothing more goes to the bank. Two people start it again."
    >
      {(close) => <StopForm {...rest} close={close} />}
    </ActDialog>
  );
}
