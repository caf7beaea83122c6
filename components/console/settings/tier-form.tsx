'use client';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Form, FormRadio, FormSubmit, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks, type Checked } from '@/lib/client/use-api-form';
import type { TierRow } from './limits-table';

const schema = (z: Checks) =>
  z.object({
    tier: z.enum(['launch', 'scale']),
    reason: z
      .string()
      .check(
        z.trim(),
        z.minLength(1, 'Say what you need it for; our staff decide by it.'),
        z.maxLength(2_000, 'At most 2,000 characters.'),
      ),
  });
type AskableTier = Checked<typeof schema>['tier'];

interface AskTierFormProps {
  readonly projectId: string;
  /** The tiers above the project's own; at least one. */
  readonly tiers: readonly (TierRow & { readonly tier: AskableTier })[];
  readonly onDone: () => void;
}

/** Asks staff for a higher tier. The usage of the last seven days and the replay of the last day go with it. */
export default function AskTierForm({ projectId, tiers, onDone }: AskTierFormProps) {
  const router = useRouter();
  const notice = useNotice();
  const bound = useApiForm({
    id: 'ask-tier',
    schema,
    defaultValues: { tier: tiers[0]?.tier ?? 'scale', reason: '' },
    submit: (body) => request(`/api/console/projects/${projectId}/tier-requests`, { method: 'POST', body }),
    onDone: () => {
      notice({ title: 'Tier request sent', text: 'You see here what our staff decide.' });
      router.refresh();
      onDone();
    },
  });
  return (
    <Form bound={bound} className="max-w-xl space-y-4">
      <FormRadio
        name="tier"
        legend="Tier to ask for"
        options={tiers.map(({ tier, ratePerSecond, burst, concurrent }) => ({
          value: tier,
          label: `${tier.charAt(0).toUpperCase()}${tier.slice(1)}`,
          hint: `${ratePerSecond} requests a second, bursts of ${burst}, ${concurrent} at once.`,
        }))}
      />
      <FormTextArea
        name="reason"
        label="What you need it for"
        hint="Your usage of the last seven days, and what each tier would have said to the last 24 hours, go with the request."
      />
      <div className="flex flex-wrap gap-2">
        <FormSubmit pendingLabel="Sending request">Ask for this tier</FormSubmit>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
