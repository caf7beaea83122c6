'use client';
import { useRouter } from 'next/navigation';
import { useStepUp } from '@/components/shell/step-up';
import { Button } from '@/components/ui/button';
import { Form, FormSubmit, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import { linesOf, problemOfLines } from './redirect-lines';

const schema = (z: Checks) =>
  z.object({
    redirect_uris: z.string().check(
      z.superRefine((text, context) => {
        const message = problemOfLines(linesOf(text));
        if (message !== undefined) context.addIssue({ code: 'custom', message });
      }),
    ),
  });

interface RedirectUrisFormProps {
  readonly projectId: string;
  readonly livemode: boolean;
  readonly uris: readonly string[];
  readonly onDone: () => void;
}

/** Where applicants and payers may be sent back to. */
export default function RedirectUrisForm({ projectId, livemode, uris, onDone }: RedirectUrisFormProps) {
  const router = useRouter();
  const notice = useNotice();
  const stepUp = useStepUp();
  const bound = useApiForm({
    id: 'redirect-uris',
    schema,
    defaultValues: { redirect_uris: uris.join('\n') },
    submit: ({ redirect_uris: text }) =>
      stepUp(() =>
        request<void>(`/api/console/projects/${projectId}/redirect-uris`, {
          method: 'PUT',
          body: { redirect_uris: linesOf(text) },
        }),
      ),
    onDone: () => {
      notice({ title: 'Redirect addresses saved' });
      router.refresh();
      onDone();
    },
  });
  return (
    <Form bound={bound} className="max-w-xl space-y-4">
      <FormTextArea
        name="redirect_uris"
        label="Redirect addresses"
        hint={
          livemode
            ? 'One https address a line, at most twenty. A redirect must be exactly one of them.'
            : 'One https address a line, at most twenty. A sandbox accepts others too; live does not.'
        }
        rows={4}
        mono
        spellCheck={false}
      />
      <div className="flex flex-wrap gap-2">
        <FormSubmit pendingLabel="Saving addresses">Save redirect addresses</FormSubmit>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
