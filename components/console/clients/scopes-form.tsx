'use client';
import { useStepUp } from '@/components/shell/step-up';
import { Button } from '@/components/ui/button';
import { Form, FormSubmit } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { controlId, useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { Scope } from '@/lib/core/scopes';
import { clientRoutes } from './client-routes';
import type { ClientFacts } from './facts';
import { ScopeTable } from './scope-table';
import { useClientsChanged } from './use-clients';

const schema = (z: Checks) =>
  z.object({
    scopes: z.array(z.custom<Scope>()).check(z.minLength(1, 'A client has at least one scope.')),
  });

interface ScopesFormProps {
  readonly projectId: string;
  readonly client: ClientFacts;
  readonly onDone: () => void;
}

/** Changes what the client's tokens may do, from the next token on. */
export default function ScopesForm({ projectId, client, onDone }: ScopesFormProps) {
  const notice = useNotice();
  const stepUp = useStepUp();
  const clientsChanged = useClientsChanged(projectId);
  const bound = useApiForm({
    id: 'change-scopes',
    schema,
    defaultValues: { scopes: [...client.scopes] as Scope[] },
    submit: ({ scopes }) => stepUp(() => clientRoutes(projectId, client.id).changeScopes(scopes)),
    onDone: async () => {
      await clientsChanged();
      notice({ title: 'Scopes saved', text: 'They count from the next token on.' });
      onDone();
    },
  });
  return (
    <Form bound={bound} className="space-y-4">
      <ScopeTable
        id={controlId(bound.id, 'scopes')}
        field={bound.form.register('scopes')}
        error={bound.form.formState.errors.scopes?.message}
        onPreset={(scopes) => bound.form.setValue('scopes', scopes, { shouldDirty: true })}
      />
      <p className="text-13 text-ink-muted">Tokens that live keep their scopes until they expire.</p>
      <div className="flex flex-wrap gap-2">
        <FormSubmit pendingLabel="Saving scopes">Save scopes</FormSubmit>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
