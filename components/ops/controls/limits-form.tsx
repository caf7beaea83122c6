'use client';
import { Form, FormText, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { ShownLimitsVersion } from '@/lib/disbursements';
import { ActButtons } from '../act-buttons';

export interface LimitsDialogProps {
  readonly inForce: ShownLimitsVersion;
  readonly propose: (body: object) => Promise<unknown>;
}

const pounds = (z: Checks) =>
  z
    .string()
    .check(
      z.regex(
        /^£?\s?\d{1,3}(,?\d{3})*(\.\d\d)?$|^£?\s?\d+(\.\d\d)?$/,
        'Write an amount in pounds, such as 250,000.',
      ),
    );

const schema = (z: Checks) =>
  z.object({
    per_item_pence: pounds(z),
    per_person_day_pence: pounds(z),
    per_partner_day_pence: pounds(z),
    reason: z
      .string()
      .check(z.trim(), z.minLength(10, 'Give the reason in at least 10 characters.'), z.maxLength(500)),
  });

const toPence = (text: string) => Math.round(Number(text.replaceAll(/[£,\s]/g, '')) * 100);
const toPounds = (pence: number) => (pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 });

export default function LimitsForm({ inForce, propose, close }: LimitsDialogProps & { close: () => void }) {
  const notice = useNotice();
  const bound = useApiForm({
    id: 'limits',
    schema,
    defaultValues: {
      per_item_pence: toPounds(inForce.per_item_pence),
      per_person_day_pence: toPounds(inForce.per_person_day_pence),
      per_partner_day_pence: toPounds(inForce.per_partner_day_pence),
      reason: '',
    },
    submit: ({ reason, ...limits }) =>
      propose({
        per_item_pence: toPence(limits.per_item_pence),
        per_person_day_pence: toPence(limits.per_person_day_pence),
        per_partner_day_pence: toPence(limits.per_partner_day_pence),
        reason,
      }),
    onDone: () => {
      notice({ title: 'Proposed', text: 'A second administrator confirms it.' });
      close();
    },
  });
  return (
    <Form bound={bound} className="space-y-4">
      <FormText name="per_item_pence" label="One payment, in pounds" inputMode="decimal" />
      <FormText name="per_person_day_pence" label="One releaser a day, in pounds" inputMode="decimal" />
      <FormText name="per_partner_day_pence" label="One partner a day, in pounds" inputMode="decimal" />
      <FormTextArea name="reason" label="Reason" rows={3} />
      <ActButtons onCancel={close} pendingLabel="Proposing">
        Propose limits
      </ActButtons>
    </Form>
  );
}
