'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { SecretReveal } from '@/components/ui/secret-reveal';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import { useApiForm } from '@/lib/client/use-api-form';
import { environmentFile, firstCall } from '../clients/secret-file';
import { PasteBlock } from '../paste-block';
import { projectPath } from '../shell/places';
import { projectName } from './project-name';

interface Made {
  readonly id: string;
  readonly client_id: string;
  readonly secret: { readonly secret: string };
}

/** A name makes a sandbox with its first client; the secret is shown here, once, with lines that work. */
export function NewProject({ origin }: { origin: string }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<Made>();
  const bound = useApiForm({
    id: 'new-project',
    schema: (z) => z.object({ name: projectName(z) }),
    defaultValues: { name: '' },
    submit: (body) => request<Made>('/api/console/projects', { method: 'POST', body }),
    onDone: async (answer) => {
      setMade(answer);
      await queryClient.invalidateQueries({ queryKey: queryKeys.projects });
    },
  });
  if (made !== undefined) {
    const keys = { clientId: made.client_id, secret: made.secret.secret };
    return (
      <div className="max-w-3xl space-y-6">
        <SecretReveal
          title="Sandbox project created"
          facts={[
            { name: 'Project', value: made.id },
            { name: 'Client id', value: keys.clientId },
          ]}
          secret={{ name: 'Client secret', value: keys.secret }}
          file={environmentFile(keys, origin)}
          doneLabel="Open project"
          onStored={() => {
            router.push(projectPath(made.id, 'overview'));
            router.refresh();
          }}
        />
        <PasteBlock title="Your first call" code={firstCall(keys, origin)} />
      </div>
    );
  }
  return (
    <Form bound={bound} className="max-w-xl space-y-5">
      <FormText
        name="name"
        label="Name"
        hint="What you will try there: “Checkout”, “Nightly tests”."
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-2">
        <FormSubmit pendingLabel="Creating project">Create sandbox project</FormSubmit>
        <ButtonLink href="/console/projects" variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}
