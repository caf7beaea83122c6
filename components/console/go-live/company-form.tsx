'use client';
import { useRouter } from 'next/navigation';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import type { readProfile } from '@/lib/go-live';

type Profile = NonNullable<Awaited<ReturnType<typeof readProfile>>>;

const needed = (z: Checks, what: string) =>
  z
    .string()
    .check(z.trim(), z.minLength(1, `Enter ${what}.`), z.maxLength(160, 'Use at most 160 characters.'));

const schema = (z: Checks) =>
  z.object({
    legal_name: needed(z, 'the registered name'),
    company_number: needed(z, 'the company number'),
    website: needed(z, 'the website'),
    contact_name: needed(z, 'whom to contact'),
    contact_email: needed(z, 'an e-mail address'),
    security_email: needed(z, 'an e-mail address'),
  });

/** Who you are and whom we reach: part of going live, and what the lender verifies. */
export function CompanyForm({ profile }: { profile: Profile | null }) {
  const router = useRouter();
  const notify = useNotice();
  const bound = useApiForm({
    id: 'company',
    schema,
    defaultValues: profile ?? {
      legal_name: '',
      company_number: '',
      website: '',
      contact_name: '',
      contact_email: '',
      security_email: '',
    },
    submit: (values) => request('/api/console/profile', { method: 'PUT', body: values }),
    onDone: () => {
      notify({ title: 'Company details saved' });
      router.refresh();
    },
  });
  return (
    <Form bound={bound} className="max-w-3xl space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <FormText name="legal_name" label="Registered name" autoComplete="organization" />
        <FormText name="company_number" label="Company number" placeholder="01234567" spellCheck={false} />
        <FormText name="website" label="Website" type="url" placeholder="https://example.co.uk" />
        <FormText name="contact_name" label="Contact" autoComplete="name" />
        <FormText name="contact_email" label="Contact’s e-mail" type="email" autoComplete="email" />
        <FormText name="security_email" label="E-mail for security matters" type="email" />
      </div>
      <FormSubmit pendingLabel="Saving company details">Save company details</FormSubmit>
    </Form>
  );
}
