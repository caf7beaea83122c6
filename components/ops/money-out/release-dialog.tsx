'use client';
// The second officer's yes. What he proves himself for is what stands here: amount, payee, and the hash of the evidence.
import type { ReactElement } from 'react';
import { Form, FormText } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { formatPence } from '@/lib/client/format';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { ShownDisbursement } from '@/lib/disbursements';
import { ActButtons } from '../act-buttons';
import { ActDialog } from '../act-dialog';
import { PayeeLines } from './payee-lines';
import { useOfficerAct } from './use-money-out';

const schema = (z: Checks) =>
  z.object({
    code: z.string().check(z.regex(/^\s*\d{3}\s?\d{3}\s*$/, 'Enter the six digits the app shows.')),
  });

function ReleaseForm({ shown, close }: { shown: ShownDisbursement; close: () => void }) {
  const { disbursement, people } = shown;
  const { id, version, snapshot_sha256: snapshot, approved_by: approver } = disbursement;
  const act = useOfficerAct(id);
  const notice = useNotice();
  const bound = useApiForm({
    id: 'release',
    schema,
    defaultValues: { code: '' },
    submit: async ({ code }) => {
      const { proof } = await request<{ proof: string }>(`/api/ops/disbursements/${id}/release-proof`, {
        method: 'POST',
        body: { snapshot_sha256: snapshot, code },
      });
      return act('release', { version, proof });
    },
    onDone: () => {
      notice({
        title: `${formatPence(disbursement.amount_pence)} released`,
        text: 'It goes to the bank now.',
      });
      close();
    },
  });
  return (
    <Form bound={bound} className="space-y-4">
      <PayeeLines
        shown={shown}
        more={[
          { name: 'Approved by', value: people[approver ?? ''] ?? approver },
          { name: 'Evidence hash', value: <code className="text-12 wrap-anywhere">{snapshot}</code> },
        ]}
      />
      <FormText
        name="code"
        label="Code of your authenticator app"
        hint="It counts once, for this amount, this payee and this evidence."
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <ActButtons onCancel={close} pendingLabel="Releasing">
        {`Release ${formatPence(disbursement.amount_pence)}`}
      </ActButtons>
    </Form>
  );
}

export function ReleaseDialog({ shown, trigger }: { shown: ShownDisbursement; trigger: ReactElement }) {
  const { disbursement, payee } = shown;
  return (
    <ActDialog
      trigger={trigger}
      title={`Release ${formatPence(disbursement.amount_pence)} to ${payee.account_name}?`}
      description="The bank is told to pay at once. It cannot be called back from here."
    >
      {(close) => <ReleaseForm shown={shown} close={close} />}
    </ActDialog>
  );
}
