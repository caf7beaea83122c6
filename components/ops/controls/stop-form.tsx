'use client';
import { Form, FormSelect, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { ShownStopPage } from '@/lib/disbursements';
import { ActButtons } from '../act-buttons';

export interface StopProps {
  readonly partners: ShownStopPage['partners'];
  readonly stop: (input: { partner_id?: string; reason: string }) => Promise<unknown>;
}

const schema = (z: Checks) =>
  z.object({
    partner_id: z.string(),
    reason: z
      .string()
      .check(z.trim(), z.minLength(10, 'Give the reason in at least 10 characters.'), z.maxLength(500)),
  });

export default function StopForm({ partners, stop, close }: StopProps & { close: () => void }) {
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
