'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { PasteBlock } from '@/components/console/paste-block';
import { useStepUp } from '@/components/shell/step-up';
import { Form, FormRadio, FormSubmit, FormText, FormTextArea } from '@/components/ui/form';
import { ButtonLink } from '@/components/ui/button';
import { SecretReveal } from '@/components/ui/secret-reveal';
import { controlId, useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { Scope } from '@/lib/core/scopes';
import { projectPath } from '../shell/places';
import { createClient } from './client-routes';
import { jwkProblem, parseJwk } from './jwk-text';
import { ScopeTable } from './scope-table';
import { environmentFile, firstCall } from './secret-file';
import { useClientsChanged } from './use-clients';

const schema = (z: Checks) =>
  z
    .object({
      name: z
        .string()
        .check(
          z.trim(),
          z.minLength(1, 'Give the client a name.'),
          z.maxLength(80, 'A name has at most 80 characters.'),
        ),
      scopes: z.array(z.custom<Scope>()).check(z.minLength(1, 'Choose at least one scope.')),
      credential: z.enum(['secret', 'public_key']),
      public_jwk: z.string(),
    })
    .check(
      z.superRefine(({ credential, public_jwk }, context) => {
        if (credential !== 'public_key') return;
        const problem = jwkProblem(public_jwk);
        if (problem !== undefined)
          context.addIssue({ code: 'custom', path: ['public_jwk'], message: problem });
      }),
    );

interface CreateClientProps {
  readonly projectId: string;
  readonly livemode: boolean;
  readonly origin: string;
}

/** Makes a client; its secret is shown here, once. */
export function CreateClient({ projectId, livemode, origin }: CreateClientProps) {
  const router = useRouter();
  const stepUp = useStepUp();
  const clientsChanged = useClientsChanged(projectId);
  const [made, setMade] = useState<{ clientId: string; secret: string }>();
  const home = projectPath(projectId, 'clients');

  const bound = useApiForm({
    id: 'create-client',
    schema,
    defaultValues: { name: '', scopes: [], credential: 'secret', public_jwk: '' },
    submit: ({ name, scopes, credential, public_jwk }) =>
      stepUp(() =>
        createClient(projectId, {
          name,
          scopes,
          ...(credential === 'public_key' && { public_jwk: parseJwk(public_jwk) }),
        }),
      ),
    onDone: async ({ client_id: clientId, secret }) => {
      await clientsChanged();
      if (secret === null) router.push(`${home}/${clientId}`);
      else setMade({ clientId, secret: secret.secret });
    },
  });
  const credential = useWatch({ control: bound.form.control, name: 'credential' });

  if (made !== undefined) {
    return (
      <div className="max-w-3xl space-y-6">
        <SecretReveal
          title="Client created"
          facts={[{ name: 'Client id', value: made.clientId }]}
          secret={{ name: 'Client secret', value: made.secret }}
          file={environmentFile(made, origin)}
          doneLabel="Open client"
          onStored={() => router.push(`${home}/${made.clientId}`)}
        />
        <PasteBlock title="Call it now" code={firstCall(made, origin)} />
      </div>
    );
  }
  return (
    <Form bound={bound} className="max-w-3xl space-y-6">
      <FormText
        name="name"
        label="Name"
        hint="What the program is: “Checkout service”, “Nightly reconciliation”."
        autoComplete="off"
      />
      <ScopeTable
        id={controlId(bound.id, 'scopes')}
        field={bound.form.register('scopes')}
        error={bound.form.formState.errors.scopes?.message}
        onPreset={(scopes) => bound.form.setValue('scopes', scopes, { shouldDirty: true })}
      />
      <FormRadio
        name="credential"
        legend="How it signs in"
        options={[
          { value: 'secret', label: 'With a secret', hint: 'We make it and show it once.' },
          {
            value: 'public_key',
            label: 'With a key of its own',
            hint: 'You keep the private key; we store the public one (private_key_jwt).',
          },
        ]}
      />
      {credential === 'public_key' && (
        <FormTextArea
          name="public_jwk"
          label="Public key as JWK"
          hint="ES256 (P-256), PS256 (RSA, 2,048 bits or more) or EdDSA (Ed25519)."
          rows={8}
          mono
          spellCheck={false}
        />
      )}
      {livemode && (
        <p className="text-13 text-ink-muted">
          This is a live project: you will be asked to confirm that it is you.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <FormSubmit pendingLabel="Creating client">Create client</FormSubmit>
        <ButtonLink href={home} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}
