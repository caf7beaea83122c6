'use client';
import { makePasskey } from '@/components/auth/passkeys/ask-passkey';
import { useStepUp } from '@/components/shell/step-up';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import { passkeysPath as path } from './passkeys-path';

const schema = (z: Checks) =>
  z.object({
    name: z
      .string()
      .check(z.trim(), z.minLength(1, 'Give it a name, such as “Work laptop”.'), z.maxLength(60)),
  });

export default function AddPasskey({ onDone }: { onDone: () => Promise<void> }) {
  const withStepUp = useStepUp();
  const bound = useApiForm({
    id: 'passkey',
    schema,
    defaultValues: { name: '' },
    submit: async ({ name }) => {
      const options = await withStepUp(() =>
        request<Parameters<typeof makePasskey>[0]>(`${path}/options`, { method: 'POST' }),
      );
      const response = await makePasskey(options);
      return request(path, { method: 'POST', body: { name, response } });
    },
    onDone,
  });
  return (
    <Form bound={bound} className="max-w-80 space-y-4">
      <FormText name="name" label="Name of the passkey" hint="You will know it by this." autoFocus />
      <FormSubmit pendingLabel="Waiting for the passkey">Add passkey</FormSubmit>
    </Form>
  );
}
