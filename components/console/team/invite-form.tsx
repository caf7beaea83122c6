'use client';
import { useStepUp } from '@/components/shell/step-up';
import { Form, FormRadio, FormSubmit, FormText } from '@/components/ui/form';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import { roleHints, roleNames, type Role } from '../shell/roles';

interface InviteFormProps {
  readonly givable: readonly Role[];
  readonly onInvited: (email: string) => Promise<void>;
}

const schema = (z: Checks) =>
  z.object({
    email: z.email('Enter an e-mail address, such as ada@example.com.'),
    role: z.string().check(z.minLength(1, 'Choose a role.')),
  });

export default function InviteForm({ givable, onInvited }: InviteFormProps) {
  const withStepUp = useStepUp();
  const bound = useApiForm({
    id: 'invite',
    schema,
    defaultValues: { email: '', role: 'developer' },
    submit: (values) =>
      withStepUp(() => request('/api/console/team/invitations', { method: 'POST', body: values })),
    onDone: (_answer, { email }) => onInvited(email),
  });
  return (
    <Form bound={bound}>
      <FormText name="email" type="email" label="E-mail address" autoComplete="off" />
      <FormRadio
        name="role"
        legend="Role"
        options={givable.map((role) => ({ value: role, label: roleNames[role], hint: roleHints[role] }))}
      />
      <FormSubmit pendingLabel="Sending invitation">Send invitation</FormSubmit>
    </Form>
  );
}
