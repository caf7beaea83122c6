'use client';
import { useStepUp } from '@/components/shell/step-up';
import { Form, FormRadio, FormSubmit } from '@/components/ui/form';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import { clientRoutes } from './client-routes';

const schema = (z: Checks) => z.object({ ending: z.enum(['by_hand', '1h', '24h', '7d']) });

interface NewSecretFormProps {
  readonly projectId: string;
  readonly clientId: string;
  /** Whether another secret works already, whose end is to be chosen. */
  readonly hasOld: boolean;
  readonly onMade: (secret: string) => void;
}

/** Makes the next secret of a client and says how the old one ends. */
export default function NewSecretForm({ projectId, clientId, hasOld, onMade }: NewSecretFormProps) {
  const stepUp = useStepUp();
  const bound = useApiForm({
    id: 'new-secret',
    schema,
    defaultValues: { ending: 'by_hand' as const },
    submit: ({ ending }) =>
      stepUp(() => clientRoutes(projectId, clientId).addSecret(ending === 'by_hand' ? undefined : ending)),
    onDone: ({ secret }) => onMade(secret.secret),
  });
  return (
    <Form bound={bound} className="space-y-4">
      {hasOld && (
        <FormRadio
          name="ending"
          legend="When the old secret ends"
          options={[
            { value: 'by_hand', label: 'When you retire it', hint: 'You see who still uses it, and decide.' },
            { value: '1h', label: '1 hour after the first call with the new one' },
            { value: '24h', label: '24 hours after the first call with the new one' },
            { value: '7d', label: '7 days after the first call with the new one' },
          ]}
        />
      )}
      <FormSubmit pendingLabel="Creating secret">Create secret</FormSubmit>
    </Form>
  );
}
