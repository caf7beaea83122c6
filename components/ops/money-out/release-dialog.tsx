'use client';
// The second officer's yes. What he proves himself for is what stands here: amount, payee, and the hash of the evidence.
import { useState, type ReactElement } from 'react';
import { askPasskey } from '@/components/auth/passkeys/ask-passkey';
import { Button } from '@/components/ui/button';
import { Form, FormText } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { ClientError } from '@/lib/client/client-error';
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

/** Releases with a proof, whichever factor it was given for. */
function useRelease({ disbursement }: ShownDisbursement, close: () => void) {
  const { id, version, snapshot_sha256: snapshot, amount_pence: pence } = disbursement;
  const act = useOfficerAct(id);
  const notice = useNotice();
  const post = <Answer,>(step: string, body: object) =>
    request<Answer>(`/api/ops/disbursements/${id}/${step}`, {
      method: 'POST',
      body: { snapshot_sha256: snapshot, ...body },
    });
  type Proof = { readonly proof: string };
  return {
    byCode: async (code: string) =>
      act('release', { version, proof: (await post<Proof>('release-proof', { code })).proof }),
    /** The challenge that the passkey signs begins with the hash of what is released. */
    byPasskey: async () => {
      const { options } = await post<{ options: Parameters<typeof askPasskey>[0] }>('passkey-challenge', {});
      const passkey = await askPasskey(options);
      return act('release', { version, proof: (await post<Proof>('passkey-proof', { passkey })).proof });
    },
    done: () => {
      notice({ title: `${formatPence(pence)} released`, text: 'It goes to the bank now.' });
      close();
    },
  };
}

/** The other second factor, beside the code. */
function PasskeyRelease({ release }: { release: ReturnType<typeof useRelease> }) {
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);
  async function confirm() {
    setPending(true);
    setProblem(undefined);
    try {
      await release.byPasskey();
      release.done();
    } catch (error) {
      setProblem(error instanceof ClientError ? error.message : 'That did not work. Try again.');
      setPending(false);
    }
  }
  return (
    <div className="space-y-1.5">
      <Button disabled={pending} onClick={() => void confirm()}>
        {pending ? 'Waiting for the passkey' : 'Release with a passkey'}
      </Button>
      <p role="status" className="text-13 text-danger">
        {problem}
      </p>
    </div>
  );
}

interface ReleaseProps {
  readonly shown: ShownDisbursement;
  readonly hasPasskey: boolean;
}

function ReleaseForm({ shown, hasPasskey, close }: ReleaseProps & { close: () => void }) {
  const { disbursement, people } = shown;
  const { snapshot_sha256: snapshot, approved_by: approver } = disbursement;
  const release = useRelease(shown, close);
  const bound = useApiForm({
    id: 'release',
    schema,
    defaultValues: { code: '' },
    submit: ({ code }) => release.byCode(code),
    onDone: release.done,
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
      {hasPasskey && <PasskeyRelease release={release} />}
      <ActButtons onCancel={close} pendingLabel="Releasing">
        {`Release ${formatPence(disbursement.amount_pence)}`}
      </ActButtons>
    </Form>
  );
}

export function ReleaseDialog({ trigger, ...release }: ReleaseProps & { trigger: ReactElement }) {
  const { disbursement, payee } = release.shown;
  return (
    <ActDialog
      trigger={trigger}
      title={`Release ${formatPence(disbursement.amount_pence)} to ${payee.account_name}?`}
      description="The bank is told to pay at once. It cannot be called back from here."
    >
      {(close) => <ReleaseForm {...release} close={close} />}
    </ActDialog>
  );
}
