import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { CodeBlock } from '@/components/ui/code-block';
import { Tabs } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { environment } from '@/lib/env';
import { Guide } from '../guide';
import { ownProject, type OwnProject } from './own-project';
import { YourProject } from './your-project';
import {
  createSample,
  decisionAnswer,
  decisionSample,
  mintSample,
  programInPython,
  programInTypeScript,
  projectSample,
} from '../samples';

export const metadata: Metadata = { title: 'Quickstart' };

const contents = [
  { id: 'keys', title: 'Get sandbox keys' },
  { id: 'token', title: 'Mint a token' },
  { id: 'application', title: 'Create an application' },
  { id: 'decision', title: 'Read the decision' },
  { id: 'program', title: 'As a program' },
  { id: 'next', title: 'Where to go on' },
];

const keysSample = (
  client: OwnProject['client'] | undefined,
) => `export CLIENT_ID=${client?.id ?? 'cid_sbx_…'}
export CLIENT_SECRET=csk_sbx_…${client?.secretHint ?? ''}`;

const applicationAnswer = `{
  "id": "app_01kanv2m8x3v5n7p2r4s6t8w0y",
  "object": "application",
  "livemode": false,
  "status": "submitted",
  "amount_pence": 2500000,
  "currency": "GBP",
  "term_months": 12,
  "reference": "quickstart-1",
  …
}`;

export default async function QuickstartPage() {
  const { appUrl } = environment();
  const own = await ownProject();
  return (
    <Guide
      href="/docs/quickstart"
      lead="Three calls: mint a token, create an application, read the decision. Nothing here moves money, and the same input gives the same answer every time."
      contents={contents}
    >
      <SectionHeading id="keys">Get sandbox keys</SectionHeading>
      <p>
        A client id and its secret belong to one sandbox project. Put both into your shell; the calls below
        take them from there, so nothing secret ends up in a script.
      </p>
      <CodeBlock title="Your client" language="bash" code={keysSample(own?.client)} />
      <YourProject own={own} />

      <SectionHeading id="token">Mint a token</SectionHeading>
      <p>
        The token endpoint takes your client by HTTP Basic and answers with a Bearer token that lives for
        fifteen minutes.
      </p>
      <CodeBlock title="Mint a token" language="bash" code={mintSample(appUrl)} />
      <p>Ask who you are. The answer names your project, its tier and what is left of its rate budget.</p>
      <CodeBlock title="Read your project" language="bash" code={projectSample(appUrl)} />

      <SectionHeading id="application">Create an application</SectionHeading>
      <p>
        Company <code>00000401</code> is one of the{' '}
        <TextLink href="/docs/sandbox">sandbox companies</TextLink>: it is approved every time. Amounts are
        whole pence, so <code>2500000</code> is £25,000.
      </p>
      <CodeBlock title="Create an application" language="bash" code={createSample(appUrl)} />
      <p>
        The answer is <code>201</code> with the application. It was submitted at once, because the applicant’s
        e-mail address and first name were there.
      </p>
      <CodeBlock title="201 Created, shortened" language="json" code={applicationAnswer} />
      <p>
        Paste the call a second time: the <code>Idempotency-Key</code> makes it the same application, with the
        same answer and the header <code>Idempotency-Replayed: true</code>. More in{' '}
        <TextLink href="/docs/idempotency">Idempotency</TextLink>.
      </p>

      <SectionHeading id="decision">Read the decision</SectionHeading>
      <p>
        Use the id of the application; you need not know the decision’s own. In the sandbox the decision is
        there in well under a second. A call that comes sooner is told <code>409 decision_not_ready</code> and
        how long to wait.
      </p>
      <CodeBlock
        title="Read the decision"
        language="bash"
        code={`APPLICATION_ID=app_…\n\n${decisionSample(appUrl)}`}
      />
      <CodeBlock title="200 OK, shortened" language="json" code={decisionAnswer} />
      <p>
        The decision is the lender’s own and final: no person looks at it again. A decline is an answer too,
        not an error; it comes with a <code>reason</code>.
      </p>

      <SectionHeading id="program">As a program</SectionHeading>
      <p>
        The three calls in one file, with nothing to install. Node 22.18 or later runs the TypeScript as it
        is; Python needs 3.8.
      </p>
      <Tabs
        label="Language"
        items={[
          {
            value: 'typescript',
            label: 'TypeScript',
            content: (
              <CodeBlock title="quickstart.ts" language="typescript" code={programInTypeScript(appUrl)} />
            ),
          },
          {
            value: 'python',
            label: 'Python',
            content: <CodeBlock title="quickstart.py" language="python" code={programInPython(appUrl)} />,
          },
        ]}
      />
      <p>
        In TypeScript, the <TextLink href="/docs/sdk">client</TextLink> does tokens, retries and waiting for
        you.
      </p>

      <SectionHeading id="next">Where to go on</SectionHeading>
      <ul>
        <li>
          Try the other <TextLink href="/docs/sandbox">sandbox companies</TextLink>: referred, declined, slow,
          three offers.
        </li>
        <li>
          Keep one token and reuse it: <TextLink href="/docs/authentication">Authentication</TextLink>.
        </li>
        <li>
          Accept an offer with <code>POST /applications/{'{id}'}/accept</code>:{' '}
          <TextLink href="/docs/api">API reference</TextLink>.
        </li>
      </ul>
    </Guide>
  );
}
