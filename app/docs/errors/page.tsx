import type { Metadata } from 'next';
import Link from 'next/link';
import { SectionHeading } from '@/components/docs/section';
import { CodeBlock } from '@/components/ui/code-block';
import { errorCatalogue, errorCodes } from '@/lib/core/errors';
import { environment } from '@/lib/env';
import { Guide } from '../guide';
import { exampleAnswer } from './examples';

export const metadata: Metadata = { title: 'Errors' };

const statusTitles: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  401: 'The token is missing or not good',
  403: 'The token may not do this',
  404: 'Nothing is there',
  405: 'The route has another method',
  409: 'It clashes with what is',
  413: 'It is too large',
  422: 'A value breaks a rule',
  429: 'Too much at once',
  500: 'Our fault',
  503: 'Not just now',
};

const statuses = [...new Set(errorCodes.map((code) => errorCatalogue[code].status))];

export default function ErrorsPage() {
  return (
    <Guide
      href="/docs/errors"
      lead="Every refusal has one shape and a code that does not change. Switch on the code; show the message to people; quote the request id to us."
      contents={[
        { id: 'shape', title: 'The shape' },
        ...statuses.map((status) => ({ id: `status-${status}`, title: `${status} codes` })),
      ]}
    >
      <SectionHeading id="shape">The shape</SectionHeading>
      <CodeBlock
        title="An error on the wire"
        language="http"
        code={exampleAnswer('invalid_amount', environment().appUrl)}
      />
      <p>
        <code>param</code> names the first failing field; <code>details</code> lists all of them. 400 means
        that the request could not be understood, 422 that it was understood and a value breaks a rule. A
        declined application is never an error.
      </p>
      {statuses.map((status) => (
        <section key={status}>
          <SectionHeading id={`status-${status}`}>
            <span className="numeric font-mono text-ink-muted">{status}</span> {statusTitles[status]}
          </SectionHeading>
          <ul className="mt-2! max-w-none! list-none! divide-y divide-line border-y border-line pl-0!">
            {errorCodes
              .filter((code) => errorCatalogue[code].status === status)
              .map((code) => (
                <li key={code} className="mt-0! gap-6 py-2.5 md:grid md:grid-cols-[17.5rem_1fr]">
                  <Link href={`/docs/errors/${code}`} className="font-mono text-13 break-all">
                    {code}
                  </Link>
                  <p className="text-14">{errorCatalogue[code].summary}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Guide>
  );
}
