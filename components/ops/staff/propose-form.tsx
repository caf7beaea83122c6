'use client';
import { useStepUp } from '@/components/shell/step-up';
import { Form, FormRadio, FormText, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { ShownStaffMember } from '@/lib/staff';
import { ActButtons } from '../act-buttons';
import { roleHints, roleNames, type StaffRole } from './words';

export interface ProposalForm {
  readonly kind: 'invite' | 'change_role' | 'remove';
  /** Whom it is about; left out for an invitation. */
  readonly member?: ShownStaffMember;
  readonly propose: (body: object) => Promise<unknown>;
}

const roles = Object.keys(roleNames) as StaffRole[];

const reasonOf = (z: Checks) =>
  z.string().check(z.trim(), z.minLength(10, 'Give the reason in at least 10 characters.'), z.maxLength(500));

const schemas = {
  invite: (z: Checks) =>
    z.object({
      name: z.string().check(z.trim(), z.minLength(1, 'Enter the name.'), z.maxLength(120)),
      email: z.email('Enter an e-mail address, such as ada@example.com.'),
      role: z.string().check(z.minLength(1, 'Choose a role.')),
      reason: reasonOf(z),
    }),
  change_role: (z: Checks) =>
    z.object({
      name: z.string(),
      email: z.string(),
      role: z.string().check(z.minLength(1, 'Choose a role.')),
      reason: reasonOf(z),
    }),
  remove: (z: Checks) =>
    z.object({ name: z.string(), email: z.string(), role: z.string(), reason: reasonOf(z) }),
};

export default function ProposeForm({ kind, member, propose, close }: ProposalForm & { close: () => void }) {
  const notice = useNotice();
  const withStepUp = useStepUp();
  const bound = useApiForm({
    id: `staff-${kind}`,
    schema: schemas[kind],
    defaultValues: { name: '', email: '', role: '', reason: '' },
    submit: ({ name, email, role, reason }) =>
      withStepUp(() =>
        propose({
          kind,
          reason,
          ...(kind === 'invite' ? { name, email } : { person_id: member?.id }),
          ...(kind !== 'remove' && { role }),
        }),
      ),
    onDone: () => {
      notice({ title: 'Proposed', text: 'A second admin confirms it.' });
      close();
    },
  });
  const options = roles
    .filter((role) => role !== member?.role)
    .map((role) => ({ value: role, label: roleNames[role], hint: roleHints[role] }));
  return (
    <Form bound={bound} className="space-y-4">
      {kind === 'invite' && (
        <>
          <FormText name="name" label="Full name" autoComplete="off" />
          <FormText name="email" type="email" label="E-mail address" autoComplete="off" />
        </>
      )}
      {kind !== 'remove' && <FormRadio name="role" legend="Role" options={options} />}
      <FormTextArea name="reason" label="Reason" rows={3} />
      <ActButtons onCancel={close} pendingLabel="Proposing">
        Propose
      </ActButtons>
    </Form>
  );
}
