'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useStepUp } from '@/components/shell/step-up';
import { ButtonLink } from '@/components/ui/button';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import { controlId, useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { Endpoint } from '@/lib/webhooks';
import { EventPicker, type EventSamples } from './event-picker';
import { webhookPaths } from './paths';
import { WebhookSecret, type EndpointSecret } from './webhook-secret';

const schema = (z: Checks) =>
  z.object({
    url: z.string().check(z.trim(), z.minLength(1, 'Enter the URL of your server.')),
    description: z.string().check(z.trim(), z.maxLength(500, 'A description has at most 500 characters.')),
    enabled_events: z.array(z.string()).check(z.minLength(1, 'Choose at least one event.')),
  });

interface EndpointFormProps {
  readonly projectId: string;
  readonly types: readonly string[];
  readonly samples: EventSamples;
  /** The one to change; left out: a new one. */
  readonly endpoint?: Endpoint;
}

/** Adds an endpoint and shows its secret once; or changes one. */
export function EndpointForm({ projectId, types, samples, endpoint }: EndpointFormProps) {
  const paths = webhookPaths(projectId);
  const router = useRouter();
  const queryClient = useQueryClient();
  const stepUp = useStepUp();
  const [made, setMade] = useState<EndpointSecret>();
  const bound = useApiForm({
    id: 'endpoint',
    schema,
    defaultValues: {
      url: endpoint?.url ?? '',
      description: endpoint?.description ?? '',
      enabled_events: endpoint?.enabled_events ?? [],
    },
    submit: ({ description, ...values }) =>
      stepUp(() =>
        request<Endpoint & { secret?: string }>(
          endpoint === undefined ? paths.routes.endpoints : paths.routes.endpoint(endpoint.id),
          {
            method: endpoint === undefined ? 'POST' : 'PATCH',
            body: { ...values, description: description === '' ? null : description },
          },
        ),
      ),
    onDone: async ({ id, url, secret }) => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.ofProject(projectId, 'webhooks') });
      if (secret === undefined) router.push(paths.endpoint(id));
      else setMade({ id, url, secret });
    },
  });
  if (made !== undefined) {
    return (
      <WebhookSecret
        title="Your endpoint is ready"
        endpoint={made}
        doneLabel="Go to endpoint"
        onStored={() => router.push(paths.endpoint(made.id))}
      />
    );
  }
  const chosen = bound.form.watch('enabled_events');
  const { errors } = bound.form.formState;
  return (
    <Form bound={bound} className="max-w-3xl space-y-5">
      <FormText
        name="url"
        label="URL"
        type="url"
        hint="Public, over https, with a valid certificate."
        placeholder="https://partner.example/webhooks"
      />
      <FormText name="description" label="Description (optional)" hint="A label for you and your team." />
      <EventPicker
        id={controlId('endpoint', 'enabled_events')}
        types={types}
        samples={samples}
        chosen={chosen}
        error={errors.enabled_events?.message}
        onChange={(next) =>
          bound.form.setValue('enabled_events', next, { shouldValidate: bound.form.formState.isSubmitted })
        }
      />
      <div className="flex flex-wrap gap-2">
        <FormSubmit pendingLabel={endpoint === undefined ? 'Adding endpoint' : 'Saving endpoint'}>
          {endpoint === undefined ? 'Add endpoint' : 'Save endpoint'}
        </FormSubmit>
        <ButtonLink
          variant="quiet"
          href={endpoint === undefined ? paths.endpoints : paths.endpoint(endpoint.id)}
        >
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}
