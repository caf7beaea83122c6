'use client';
import { useRouter } from 'next/navigation';
import { Form, FormSubmit, FormText, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';

const schema = (z: Checks) =>
  z.object({
    name: z
      .string()
      .check(
        z.trim(),
        z.minLength(1, 'Name the live project.'),
        z.maxLength(80, 'Use at most 80 characters.'),
      ),
    reason: z
      .string()
      .check(
        z.trim(),
        z.minLength(1, 'Say what you will use it for.'),
        z.maxLength(2_000, 'Use at most 2,000 characters.'),
      ),
  });

/** Asks the lender for a live project, with the checklist as it stands. */
export function LiveRequestForm({ projectId }: { projectId: string }) {
  const router = useRouter();
  const notify = useNotice();
  const bound = useApiForm({
    id: 'live-request',
    schema,
    defaultValues: { name: '', reason: '' },
    submit: (values) =>
      request(`/api/console/projects/${projectId}/go-live`, { method: 'POST', body: values }),
    onDone: () => {
      notify({ title: 'You have asked for a live project' });
      router.refresh();
    },
  });
  return (
    <Form bound={bound} className="max-w-3xl space-y-4">
      <FormText name="name" label="Name of the live project" />
      <FormTextArea
        name="reason"
        label="What it is for"
        hint="Which customers, how many applications a month, and when you want to start."
        rows={4}
      />
      <FormSubmit pendingLabel="Asking for live project">Ask for live project</FormSubmit>
    </Form>
  );
}
