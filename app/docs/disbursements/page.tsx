import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { CodeBlock } from '@/components/ui/code-block';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import { environment } from '@/lib/env';
import { Guide } from '../guide';

export const metadata: Metadata = { title: 'Disbursements' };

const contents = [
  { id: 'ask', title: 'Ask for the money' },
  { id: 'payee', title: 'The payee' },
  { id: 'follow', title: 'Follow it' },
  { id: 'test', title: 'Try it in the sandbox' },
];

const requestSample = (origin: string) => `curl ${origin}/partner/v1/disbursements \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Idempotency-Key: payout-1" \\
  --json '{
    "application_id": "app_…",
    "payee": { "account_name": "Healthy Ltd", "sort_code": "12-34-56", "account_number": "12340001" }
  }'`;

const states = [
  { status: 'requested', meaning: 'Waits for the first officer.' },
  {
    status: 'approved',
    meaning: 'One officer approved; a second must release. An approval lapses after four hours.',
  },
  { status: 'on_hold', meaning: 'An officer looks closer. partner_note says what is needed of you.' },
  { status: 'released', meaning: 'Two people released it; the bank is being told.' },
  { status: 'sent', meaning: 'The bank took the instruction.' },
  { status: 'unknown', meaning: 'The bank did not answer. It is asked; nothing is sent twice.' },
  { status: 'settled', meaning: 'The money is in the account.' },
  { status: 'returned', meaning: 'The bank sent it back. You may ask again.' },
  { status: 'rejected', meaning: 'An officer refused.' },
  { status: 'cancelled', meaning: 'You withdrew the request.' },
  { status: 'expired', meaning: 'Seven days passed without a release.' },
  { status: 'failed', meaning: 'The bank refused for good.' },
] as const;

const accounts = [
  { number: '…0001', forces: 'the name matches' },
  { number: '…0002', forces: 'a close match' },
  { number: '…0003', forces: 'no match: it cannot be released' },
  { number: '…0004', forces: 'no confirmation can be had' },
  { number: '…0005', forces: 'accepted, then returned by the bank' },
  { number: '…0006', forces: 'the bank answers late' },
  { number: '…0007', forces: 'the bank accepts, and its reply is lost' },
] as const;

export default function DisbursementsPage() {
  return (
    <Guide
      href="/docs/disbursements"
      lead="You ask for the money of an accepted offer; two people at the lender release it. No scope, token or call of yours moves money."
      contents={contents}
    >
      <SectionHeading id="ask">Ask for the money</SectionHeading>
      <p>
        The amount is the accepted offer’s. One request at a time: another is{' '}
        <TextLink href="/docs/errors/duplicate_disbursement">
          <code>409 duplicate_disbursement</code>
        </TextLink>{' '}
        while the first is alive.
      </p>
      <CodeBlock title="Ask for the money" language="bash" code={requestSample(environment().appUrl)} />
      <SectionHeading id="payee">The payee</SectionHeading>
      <p>
        <code>account_name</code> must be the borrower’s registered name; case, punctuation and Ltd for
        Limited do not matter. The bank is then asked whether name and account belong together:{' '}
        <code>payee_check</code> shows its answer. A payee is never changed. Cancel, and ask again.
      </p>
      <SectionHeading id="follow">Follow it</SectionHeading>
      <DataTable
        caption="States of a disbursement"
        rows={states}
        rowKey={(row) => row.status}
        columns={[
          { header: 'Status', cell: (row) => <code className="text-13 font-medium">{row.status}</code> },
          { header: 'Means', cell: (row) => row.meaning },
        ]}
      />
      <p>
        Show an approval to your customer as “approved, funding in progress”. Only <code>settled</code>, with
        the event <code>loan.disbursed</code>, means that the money is there.
      </p>
      <SectionHeading id="test">Try it in the sandbox</SectionHeading>
      <p>The last digits of the account number decide:</p>
      <DataTable
        caption="Account numbers and what they force"
        rows={accounts}
        rowKey={(row) => row.number}
        columns={[
          {
            header: 'Account number',
            cell: (row) => <code className="text-13 font-medium">{row.number}</code>,
          },
          { header: 'Forces', cell: (row) => row.forces },
        ]}
      />
    </Guide>
  );
}
