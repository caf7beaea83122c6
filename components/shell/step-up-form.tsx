'use client';
import { Button } from '@/components/ui/button';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { FormPassword } from '@/components/ui/password-field';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';

export interface ProofFacts {
  /** The route that takes the proof. */
  readonly path: '/api/auth/step-up' | '/api/ops/auth/step-up';
  /** With an authenticator app the code is asked for, without one the password. */
  readonly hasTotp: boolean;
}

interface StepUpFormProps extends ProofFacts {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const schema = (z: Checks) => z.object({ proof: z.string().check(z.minLength(1, 'Enter it to go on.')) });

export default function StepUpForm({ path, hasTotp, onDone, onCancel }: StepUpFormProps) {
  const bound = useApiForm({
    id: 'step-up',
    schema,
    defaultValues: { proof: '' },
    submit: ({ proof }) =>
      request(path, {
        method: 'POST',
        body: hasTotp ? { code: proof.replaceAll(' ', '') } : { password: proof },
      }),
    onDone,
  });
  return (
    <Form bound={bound} className="mt-4 space-y-4">
      {hasTotp ? (
        <FormText
          name="proof"
          label="Code of your authenticator app"
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      ) : (
        <FormPassword name="proof" label="Your password" autoComplete="current-password" />
      )}
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <FormSubmit pendingLabel="Confirming">Confirm</FormSubmit>
      </div>
    </Form>
  );
}
