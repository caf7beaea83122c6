'use client';
import { useStepUp } from '@/components/shell/step-up';
import { Button } from '@/components/ui/button';
import { Form, FormSubmit, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import { clientRoutes } from './client-routes';
import { jwkText, parseJwk } from './jwk-text';
import { useClientsChanged } from './use-clients';

const schema = (z: Checks) => z.object({ public_jwk: jwkText(z) });

interface KeyFormProps {
  readonly projectId: string;
  readonly clientId: string;
  readonly onDone: () => void;
}

/** Takes a pasted public key. */
export default function KeyForm({ projectId, clientId, onDone }: KeyFormProps) {
  const notice = useNotice();
  const stepUp = useStepUp();
  const clientsChanged = useClientsChanged(projectId);
  const bound = useApiForm({
    id: 'add-key',
    schema,
    defaultValues: { public_jwk: '' },
    submit: ({ public_jwk }) => stepUp(() => clientRoutes(projectId, clientId).addKey(parseJwk(public_jwk))),
    onDone: async () => {
      await clientsChanged();
      notice({ title: 'Key added', text: 'The client may sign in with it now.' });
      onDone();
    },
  });
  return (
    <Form bound={bound} className="max-w-2xl space-y-4 rounded-surface border border-line bg-surface p-5">
      <FormTextArea
        name="public_jwk"
        label="Public key as JWK"
        hint="ES256 (P-256), PS256 (RSA, 2,048 bits or more) or EdDSA (Ed25519). Only the public members."
        rows={8}
        mono
        spellCheck={false}
      />
      <div className="flex gap-2">
        <FormSubmit pendingLabel="Adding key">Add key</FormSubmit>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
