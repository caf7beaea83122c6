import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { CodeBlock } from '@/components/ui/code-block';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import { environment } from '@/lib/env';
import { Guide } from '../guide';

export const metadata: Metadata = { title: 'Identity checks' };

const contents = [
  { id: 'create', title: 'Create a check' },
  { id: 'result', title: 'Read the result' },
  { id: 'data', title: 'What happens to personal data' },
  { id: 'test', title: 'Try it in the sandbox' },
];

const createCheckSample = (origin: string) => `curl ${origin}/partner/v1/identity/checks \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Idempotency-Key: customer-7" \\
  --json '{
    "type": "individual",
    "subject": {
      "first_name": "Ada",
      "last_name": "Pass",
      "date_of_birth": "1980-12-10",
      "address": { "line1": "1 Example Street", "city": "London", "postcode": "SW1A 1AA", "country": "GB" }
    },
    "reference": "customer-7"
  }'`;

const surnames = [
  { surname: 'Pass', result: 'passed' },
  { surname: 'Fail', result: 'failed, by the address' },
  { surname: 'Review', result: 'needs_review' },
  { surname: 'Sanctioned', result: 'failed, by the sanctions list' },
  { surname: 'Slow', result: 'pending for 30 seconds, then passed' },
  { surname: 'any other', result: 'passed' },
] as const;

export default function IdentityChecksPage() {
  return (
    <Guide
      href="/docs/identity-checks"
      lead="Ask whether a person or a company is who they say. Names, address, documents, sanctions and registers are examined."
      contents={contents}
    >
      <SectionHeading id="create">Create a check</SectionHeading>
      <CodeBlock title="Check a person" language="bash" code={createCheckSample(environment().appUrl)} />
      <p>
        Too little to identify anyone is{' '}
        <TextLink href="/docs/errors/insufficient_identity_data">
          <code>422 insufficient_identity_data</code>
        </TextLink>
        , and says what is missing. A company takes <code>business</code> with number and name instead.
      </p>
      <SectionHeading id="result">Read the result</SectionHeading>
      <p>
        A check is <code>pending</code>, then <code>passed</code>, <code>failed</code> or{' '}
        <code>needs_review</code>; a review ends in one of the first two. Each examination is listed in{' '}
        <code>checks</code>. Final results send <code>identity_check.completed</code>. When a provider is away
        the check stays pending; it never passes by default.
      </p>
      <SectionHeading id="data">What happens to personal data</SectionHeading>
      <p>
        It is encrypted under a key of the person’s own, never logged, never part of an event, and shown
        masked: initials, the year of birth, half a postcode. Erasing that key erases the person.
      </p>
      <SectionHeading id="test">Try it in the sandbox</SectionHeading>
      <p>The surname decides:</p>
      <DataTable
        caption="Surnames and what they force"
        rows={surnames}
        rowKey={(row) => row.surname}
        columns={[
          { header: 'Surname', cell: (row) => <code className="text-13 font-medium">{row.surname}</code> },
          { header: 'Result', cell: (row) => row.result },
        ]}
      />
    </Guide>
  );
}
