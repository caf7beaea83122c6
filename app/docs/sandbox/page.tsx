import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { DataTable } from '@/components/ui/data-table';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { Guide } from '../guide';
import { sandboxCompanies } from './companies';
import { sandboxSurnames, simulations } from './simulations';

export const metadata: Metadata = { title: 'Sandbox companies' };

const contents = [
  { id: 'companies', title: 'Companies' },
  { id: 'people', title: 'People' },
  { id: 'simulate', title: 'Play the other side' },
  { id: 'clock', title: 'Move the clock' },
  { id: 'rules', title: 'Rules of the sandbox' },
];

export default function SandboxPage() {
  return (
    <Guide
      href="/docs/sandbox"
      lead="The company number decides what happens. The same number and amount give the same decision every time; no bank, bureau or registry is asked."
      contents={contents}
    >
      <SectionHeading id="companies">Companies</SectionHeading>
      <DataTable
        caption="Sandbox companies and the outcome each forces"
        rows={sandboxCompanies}
        rowKey={(company) => company.number}
        columns={[
          {
            header: 'Number',
            cell: (company) => (
              <span className="inline-flex items-center gap-1 whitespace-nowrap">
                <code className="text-13 font-medium">{company.number}</code>
                <CopyButton text={company.number} what={`company number ${company.number}`} />
              </span>
            ),
          },
          {
            header: 'Company',
            cell: (company) => (
              <>
                <span className="text-ink">{company.name}</span>
                <span className="block text-13 text-ink-muted">{company.story}</span>
              </>
            ),
          },
          {
            header: 'Outcome',
            cell: (company) => (
              <>
                <Status tone={company.tone}>{company.outcome}</Status>
                {company.detail !== undefined && (
                  <span className="block text-13 text-ink-muted">{company.detail}</span>
                )}
              </>
            ),
          },
        ]}
      />
      <p>
        Any other number gives{' '}
        <TextLink href="/docs/errors/invalid_company_number">
          <code>422 invalid_company_number</code>
        </TextLink>
        , real ones included.
      </p>
      <CodeBlock
        title="Choose the outcome"
        language="json"
        code={`{
  "business": { "company_number": "00000404" },
  "amount_pence": 1000000,
  "term_months": 24
}`}
      />

      <SectionHeading id="people">People</SectionHeading>
      <p>The surname decides what an identity check of a person finds.</p>
      <DataTable
        caption="Surnames and the outcome each forces"
        rows={sandboxSurnames}
        rowKey={(row) => row.surname}
        columns={[
          { header: 'Surname', cell: (row) => <code className="text-13 font-medium">{row.surname}</code> },
          { header: 'Outcome', cell: (row) => row.outcome },
        ]}
      />

      <SectionHeading id="simulate">Play the other side</SectionHeading>
      <p>
        You need not wait for a payer, a provider or a bank: these routes walk all steps to where they say, by
        the same code that runs in live. Each answers with the object and the events that came of it, and
        needs the resource’s write scope. Where no way leads, it is{' '}
        <TextLink href="/docs/errors/invalid_state">
          <code>409 invalid_state</code>
        </TextLink>
        ; in live,{' '}
        <TextLink href="/docs/errors/sandbox_only">
          <code>403 sandbox_only</code>
        </TextLink>
        .
      </p>
      <DataTable
        caption="Simulation routes and what each does"
        rows={simulations}
        rowKey={(row) => row.path}
        columns={[
          {
            header: 'POST /partner/v1/sandbox/…',
            cell: (row) => <code className="text-13 wrap-anywhere">{row.path}</code>,
          },
          { header: 'What it does', cell: (row) => row.does },
        ]}
      />

      <SectionHeading id="clock">Move the clock</SectionHeading>
      <p>
        <code>clock/advance</code> moves your project’s business time ahead. Whatever falls due on the way
        happens in the order of its time, each at its own time: offers and links expire, a slow bureau
        answers, a failed delivery is tried again. <code>result.happened</code> lists it. Tokens, rate limits,
        signatures and idempotency keys keep real time.
      </p>
      <CodeBlock
        title="Two weeks later"
        language="bash"
        code={`curl "$BASE_URL/partner/v1/sandbox/clock/advance" \\
  -H "Authorization: Bearer $ACCESS_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "seconds": 1209600 }'`}
      />

      <SectionHeading id="rules">Rules of the sandbox</SectionHeading>
      <ul>
        <li>
          The credential decides: a <code>cid_sbx_…</code> client reaches{' '}
          <EnvironmentBadge livemode={false} /> data only, and every object says{' '}
          <code>&quot;livemode&quot;: false</code>.
        </li>
        <li>Decisions are there in well under a second, except those of the slow company.</li>
        <li>A referral resolves by itself within five seconds.</li>
        <li>
          The tier is always <code>build</code>: see <TextLink href="/docs/rate-limits">Rate limits</TextLink>
          .
        </li>
        <li>No money moves. Going live is another project with other keys; your code stays as it is.</li>
      </ul>
    </Guide>
  );
}
