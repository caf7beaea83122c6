import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { CodeBlock } from '@/components/ui/code-block';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import { environment } from '@/lib/env';
import { Guide } from '../guide';
import { createSample } from '../samples';

export const metadata: Metadata = { title: 'Idempotency' };

const contents = [
  { id: 'rule', title: 'The rule' },
  { id: 'answers', title: 'What you get' },
  { id: 'stored', title: 'What is remembered' },
  { id: 'choose', title: 'Choose a key' },
];

const cases = [
  { situation: 'First use', answer: 'The operation runs', code: undefined },
  {
    situation: 'Same key, same body',
    answer: 'The first answer, byte for byte, with Idempotency-Replayed: true',
    code: undefined,
  },
  { situation: 'Same key, another body', answer: '409', code: 'idempotency_key_reused' },
  {
    situation: 'Same key, first call still running',
    answer: '409, Retry-After: 1',
    code: 'idempotency_key_in_progress',
  },
  { situation: 'No key where one is required', answer: '400', code: 'idempotency_key_missing' },
] as const;

export default function IdempotencyPage() {
  return (
    <Guide
      href="/docs/idempotency"
      lead="Networks cut answers off. With an idempotency key you may repeat a write until you hear back, and it happens once."
      contents={contents}
    >
      <SectionHeading id="rule">The rule</SectionHeading>
      <p>
        Send <code>Idempotency-Key</code> with every POST, a fresh one for each thing you mean to do. If the
        answer does not arrive, send the same request with the same key. A hundred copies at once make one
        application, one event and one entry in the audit.
      </p>
      <CodeBlock title="A write with its key" language="bash" code={createSample(environment().appUrl)} />

      <SectionHeading id="answers">What you get</SectionHeading>
      <DataTable
        caption="Answers by situation"
        rows={cases}
        rowKey={(row) => row.situation}
        columns={[
          { header: 'Situation', cell: (row) => row.situation },
          {
            header: 'Answer',
            cell: (row) =>
              row.code === undefined ? (
                row.answer
              ) : (
                <>
                  {row.answer},{' '}
                  <TextLink href={`/docs/errors/${row.code}`}>
                    <span className="font-mono text-13">{row.code}</span>
                  </TextLink>
                </>
              ),
          },
        ]}
      />
      <p>Bodies are compared as JSON values: the order of members and white space do not count.</p>

      <SectionHeading id="stored">What is remembered</SectionHeading>
      <p>
        The record is written in the same transaction as the effect, so there is never one without the other.
        It belongs to your project, the method and the exact path, and is kept for at least 24 hours.
      </p>
      <ul>
        <li>
          Remembered: successes, and refusals that stay true (<code>invalid_state</code>,{' '}
          <code>offer_expired</code>, <code>duplicate_disbursement</code>, and rules that the operation itself
          checked).
        </li>
        <li>
          Not remembered: 400, 401, 403, 404, 429, 5xx, <code>decision_not_ready</code> and{' '}
          <code>refresh_in_progress</code>. Mend the request or wait, and use the same key again.
        </li>
      </ul>

      <SectionHeading id="choose">Choose a key</SectionHeading>
      <p>
        A random UUID is right, stored beside the thing you are about to do, before you do it. 1 to 255
        printable ASCII characters without quotes and commas. Do not derive it from the clock: a retry must
        find it again.
      </p>
    </Guide>
  );
}
