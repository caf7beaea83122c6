'use client';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Form, FormSubmit, FormText, FormTextArea } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks, type Checked } from '@/lib/client/use-api-form';
import { projectName } from '../projects/project-name';

const line = (z: Checks, message: string) =>
  z.string().check(z.trim(), z.minLength(1, message), z.maxLength(160, 'At most 160 characters.'));

const schema = (z: Checks) =>
  z.object({
    name: projectName(z),
    reason: z
      .string()
      .check(
        z.trim(),
        z.minLength(1, 'Say what you will do with it.'),
        z.maxLength(2_000, 'At most 2,000 characters.'),
      ),
    legal_name: line(z, 'Enter the company’s registered name.'),
    company_number: line(z, 'Enter the company number.'),
    website: line(z, 'Enter the address of your website.'),
    contact_name: line(z, 'Enter whom we talk to.'),
    contact_email: line(z, 'Enter an e-mail address.'),
    security_email: line(z, 'Enter an e-mail address.'),
  });
type Values = Checked<typeof schema>;
export type CompanyProfile = Omit<Values, 'name' | 'reason'>;

const emptyProfile: CompanyProfile = {
  legal_name: '',
  company_number: '',
  website: '',
  contact_name: '',
  contact_email: '',
  security_email: '',
};

interface AskLiveFormProps {
  readonly projectId: string;
  readonly profile: CompanyProfile | null;
  readonly onDone: () => void;
}

/** Asks staff for a live project; the company's details are saved first, the checklist goes with it. */
export default function AskLiveForm({ projectId, profile, onDone }: AskLiveFormProps) {
  const router = useRouter();
  const notice = useNotice();
  const bound = useApiForm({
    id: 'ask-live',
    schema,
    defaultValues: { name: '', reason: '', ...(profile ?? emptyProfile) },
    submit: async ({ name, reason, ...details }) => {
      await request('/api/console/profile', { method: 'PUT', body: details });
      await request(`/api/console/projects/${projectId}/go-live`, { method: 'POST', body: { name, reason } });
    },
    onDone: () => {
      notice({ title: 'Live project asked for', text: 'You see here what our staff decide.' });
      router.refresh();
      onDone();
    },
  });
  return (
    <Form bound={bound} className="max-w-xl space-y-4">
      <FormText name="name" label="Name of the live project" autoComplete="off" />
      <FormTextArea
        name="reason"
        label="What you will do with it"
        hint="Which programs call us, and how often."
      />
      <fieldset className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
        <legend className="sr-only">Your company</legend>
        <FormText name="legal_name" label="Registered company name" autoComplete="organization" />
        <FormText name="company_number" label="Company number" autoComplete="off" />
        <div className="sm:col-span-2">
          <FormText
            name="website"
            label="Website"
            inputMode="url"
            placeholder="https://"
            autoComplete="url"
          />
        </div>
        <FormText name="contact_name" label="Contact" hint="Whom we talk to." autoComplete="name" />
        <FormText
          name="contact_email"
          label="Contact’s e-mail"
          hint="Of the same person."
          inputMode="email"
          autoComplete="email"
        />
        <div className="sm:col-span-2">
          <FormText
            name="security_email"
            label="Security e-mail"
            hint="Whom we tell of an incident, at any hour."
            inputMode="email"
            autoComplete="off"
          />
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <FormSubmit pendingLabel="Sending request">Ask for a live project</FormSubmit>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
