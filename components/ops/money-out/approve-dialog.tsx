'use client';
import type { ReactElement } from 'react';
import { Form, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { ShownDisbursement } from '@/lib/disbursements';
import { ActButtons } from '../act-buttons';
import { ActDialog } from '../act-dialog';
import { PayeeLines } from './payee-lines';
import { useOfficerAct } from './use-money-out';

const withReason = (z: Checks) =>
  z.object({
    reason: z
      .string()
      .check(z.trim(), z.minLength(10, 'Say in at least 10 characters why it is the borrower’s account.')),
  });
const without = (z: Checks) => z.object({ reason: z.string() });

function ApproveForm({ shown, close }: { shown: ShownDisbursement; close: () => void }) {
  const { disbursement, needs_reason: needsReason, name_at_bank: nameAtBank } = shown;
  const act = useOfficerAct(disbursement.id);
  const notice = useNotice();
  const bound = useApiForm({
    id: 'approve',
    schema: needsReason ? withReason : without,
    defaultValues: { reason: '' },
    submit: ({ reason }) =>
      act('approve', { version: disbursement.version, ...(reason.trim() !== '' && { reason }) }),
    onDone: () => {
      notice({ title: 'Approved', text: 'A second officer releases it within four hours.' });
      close();
    },
  });
  return (
    <Form bound={bound} className="space-y-4">
      <PayeeLines shown={shown} />
      {needsReason && (
        <FormTextArea
          name="reason"
          label="Why this close match is the borrower’s account"
          hint={
            nameAtBank === null
              ? 'The bank knows the account under a similar name.'
              : `The bank knows the account as “${nameAtBank}”.`
          }
          rows={3}
        />
      )}
      <ActButtons onCancel={close} pendingLabel="Approving">
        Approve evidence
      </ActButtons>
    </Form>
  );
}

/** The first officer’s yes. */
export function ApproveDialog({ shown, trigger }: { shown: ShownDisbursement; trigger: ReactElement }) {
  return (
    <ActDialog
      trigger={trigger}
      title="Approve this evidence?"
      description="The seven cards are frozen as they stand now and signed in your name. No money moves: a second officer releases it."
    >
      {(close) => <ApproveForm shown={shown} close={close} />}
    </ActDialog>
  );
}
