'use client';
import type { ReactElement } from 'react';
import { Form, FormRadio, FormText, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { ShownDisbursement } from '@/lib/disbursements';
import { ActButtons } from '../act-buttons';
import { ActDialog } from '../act-dialog';
import { PayeeLines } from './payee-lines';
import { useOfficerAct } from './use-money-out';

const schema = (z: Checks) =>
  z.object({
    confirmed: z.enum(['yes', 'no'], 'Say whether the account was confirmed.'),
    number_source: z
      .string()
      .check(z.trim(), z.minLength(3, 'Say where the number came from.'), z.maxLength(200)),
    spoke_to: z.string().check(z.trim(), z.minLength(2, 'Name whom you spoke to.'), z.maxLength(140)),
    note: z
      .string()
      .check(
        z.trim(),
        z.minLength(10, 'Write at least 10 characters: somebody else will rely on it.'),
        z.maxLength(2_000),
      ),
  });

function CallBackForm({ shown, close }: { shown: ShownDisbursement; close: () => void }) {
  const act = useOfficerAct(shown.disbursement.id);
  const notice = useNotice();
  const bound = useApiForm({
    id: 'call-back',
    schema,
    defaultValues: { number_source: '', spoke_to: '', note: '' },
    submit: ({ confirmed, ...rest }) => act('call-backs', { ...rest, confirmed: confirmed === 'yes' }),
    onDone: () => {
      notice({ title: 'Call-back recorded' });
      close();
    },
  });
  return (
    <Form bound={bound} className="space-y-4">
      <PayeeLines shown={shown} />
      <FormRadio
        name="confirmed"
        legend="Did the borrower confirm this account?"
        options={[
          { value: 'yes', label: 'Yes, read out by the borrower' },
          { value: 'no', label: 'No' },
        ]}
      />
      <FormText
        name="number_source"
        label="Where the number came from"
        hint="The registry, a signed agreement; never the request itself."
        autoComplete="off"
      />
      <FormText name="spoke_to" label="Whom you spoke to" autoComplete="off" />
      <FormTextArea name="note" label="Note" rows={3} />
      <ActButtons onCancel={close} pendingLabel="Recording">
        Record call-back
      </ActButtons>
    </Form>
  );
}

/** Evidence that the payee was called back. Whoever records it neither approves nor releases. */
export function CallBackDialog({ shown, trigger }: { shown: ShownDisbursement; trigger: ReactElement }) {
  return (
    <ActDialog
      trigger={trigger}
      title="Record a call-back to the payee"
      description="You then neither approve nor release this payment: others judge your evidence."
    >
      {(close) => <CallBackForm shown={shown} close={close} />}
    </ActDialog>
  );
}
