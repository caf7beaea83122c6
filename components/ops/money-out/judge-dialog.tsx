'use client';
// Hold and reject: a reason code and a note for the house, and, apart from them, what the partner reads.
import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import { Form, FormSelect, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { ShownDisbursement } from '@/lib/disbursements';
import { ActButtons } from '../act-buttons';
import { ActDialog } from '../act-dialog';
import { PayeeLines } from './payee-lines';
import { useOfficerAct } from './use-money-out';
import { factName } from './words';

/** The partner's text by reason code. */
export type Reasons = Readonly<Record<string, string>>;

const schema = (z: Checks) =>
  z.object({
    reason: z.string().check(z.minLength(1, 'Choose a reason.')),
    note: z
      .string()
      .check(
        z.trim(),
        z.minLength(10, 'Write at least 10 characters: somebody else will rely on it.'),
        z.maxLength(2_000),
      ),
    partner_note: z.string().check(z.trim(), z.maxLength(500, 'At most 500 characters.')),
  });

const acts = {
  hold: {
    title: 'Put this payment on hold?',
    description: 'Approvals given so far are void. Anyone of the officers can take it off hold again.',
    button: 'Put on hold',
    pending: 'Putting on hold',
    done: 'On hold',
  },
  reject: {
    title: 'Reject this payment?',
    description: 'This request ends here. The partner may ask again with a new one.',
    button: 'Reject payment',
    pending: 'Rejecting',
    done: 'Rejected',
  },
} as const;

interface JudgeProps {
  readonly act: keyof typeof acts;
  readonly shown: ShownDisbursement;
  readonly reasons: Reasons;
}

function JudgeForm({ act, shown, reasons, close }: JudgeProps & { close: () => void }) {
  const { id, version } = shown.disbursement;
  const perform = useOfficerAct(id);
  const notice = useNotice();
  const { button, pending, done } = acts[act];
  const bound = useApiForm({
    id: act,
    schema,
    defaultValues: { reason: '', note: '', partner_note: '' },
    submit: ({ partner_note: text, ...rest }) =>
      perform(act, { version, ...rest, ...(text !== '' && { partner_note: text }) }),
    onDone: () => {
      notice({ title: done });
      close();
    },
  });
  const reason = useWatch({ control: bound.form.control, name: 'reason' });
  return (
    <Form bound={bound} className="space-y-4">
      <PayeeLines shown={shown} />
      <FormSelect
        name="reason"
        label="Reason"
        options={[
          { value: '', label: 'Choose a reason' },
          ...Object.keys(reasons).map((code) => ({ value: code, label: factName(code) })),
        ]}
      />
      <FormTextArea name="note" label="Note for colleagues" hint="Never shown to the partner." rows={3} />
      <FormTextArea
        name="partner_note"
        label="What the partner reads (optional)"
        hint={
          reasons[reason] === undefined
            ? 'Left empty, the reason’s own text.'
            : `Left empty: “${reasons[reason]}”`
        }
        rows={2}
      />
      <ActButtons onCancel={close} pendingLabel={pending}>
        {button}
      </ActButtons>
    </Form>
  );
}

export function JudgeDialog({ trigger, ...judge }: JudgeProps & { readonly trigger: ReactElement }) {
  const { title, description } = acts[judge.act];
  return (
    <ActDialog trigger={trigger} title={title} description={description}>
      {(close) => <JudgeForm {...judge} close={close} />}
    </ActDialog>
  );
}
