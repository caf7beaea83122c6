import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { CodeBlock } from '@/components/ui/code-block';
import { DataTable } from '@/components/ui/data-table';
import { environment } from '@/lib/env';
import { Guide } from '../guide';

export const metadata: Metadata = { title: 'Payment links' };

const contents = [
  { id: 'create', title: 'Create a link' },
  { id: 'states', title: 'What becomes of it' },
  { id: 'test', title: 'Try it in the sandbox' },
];

const createLinkSample = (origin: string) => `curl ${origin}/partner/v1/payments/links \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Idempotency-Key: instalment-1" \\
  --json '{
    "amount_pence": 125000,
    "reference": "INV-1001",
    "description": "March instalment",
    "return_url": "https://partner.example/paid"
  }'`;

const states = [
  { status: 'open', meaning: 'Nobody has paid yet.', event: undefined },
  { status: 'authorising', meaning: 'The payer is at the bank.', event: undefined },
  { status: 'succeeded', meaning: 'The payer approved; the money is on its way.', event: 'payment.succeeded' },
  { status: 'settled', meaning: 'The money has arrived.', event: 'payment.settled' },
  { status: 'failed', meaning: 'The bank refused. The payer may try again until the link expires.', event: 'payment.failed' },
  { status: 'cancelled', meaning: 'You withdrew it.', event: 'payment.cancelled' },
  { status: 'expired', meaning: 'Its time is over: 7 days unless you said otherwise.', event: 'payment.expired' },
] as const; // prettier-ignore

export default function PaymentLinksPage() {
  return (
    <Guide
      href="/docs/payment-links"
      lead="One address collects one payment by open banking. The payer chooses a bank and approves there; you hear of it by webhook."
      contents={contents}
    >
      <SectionHeading id="create">Create a link</SectionHeading>
      <CodeBlock title="Create a link" language="bash" code={createLinkSample(environment().appUrl)} />
      <p>
        Send the payer to <code>url</code>. The page asks for nothing but the bank. <code>return_url</code> is
        where the payer goes afterwards; do not take arrival there for payment.
      </p>
      <SectionHeading id="states">What becomes of it</SectionHeading>
      <DataTable
        caption="States of a payment link"
        rows={states}
        rowKey={(row) => row.status}
        columns={[
          { header: 'Status', cell: (row) => <code className="text-13 font-medium">{row.status}</code> },
          { header: 'Means', cell: (row) => row.meaning },
          {
            header: 'Event',
            cell: (row) => (row.event ? <code className="text-13">{row.event}</code> : 'none'),
          },
        ]}
      />
      <p>
        Links collect money; they never release the lender’s. A second payment of the same link is kept and
        flagged for refund.
      </p>
      <SectionHeading id="test">Try it in the sandbox</SectionHeading>
      <p>
        Open <code>url</code> in a browser: the sandbox bank lets you approve, decline or walk away. Live and
        sandbox pages are the same.
      </p>
    </Guide>
  );
}
