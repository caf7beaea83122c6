import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { CodeBlock } from '@/components/ui/code-block';
import { TextLink } from '@/components/ui/text-link';
import { environment } from '@/lib/env';
import { Guide } from '../guide';

export const metadata: Metadata = { title: 'TypeScript client' };

const contents = [
  { id: 'get', title: 'Get it' },
  { id: 'call', title: 'Make calls' },
  { id: 'retries', title: 'What it repeats' },
  { id: 'errors', title: 'Errors' },
  { id: 'lists', title: 'Lists' },
  { id: 'webhooks', title: 'Webhooks' },
];

const callSample = (origin: string) => `import { createPartnerClient } from './client-sdk';

const partner = createPartnerClient({
  origin: '${origin}',
  clientId: process.env.CLIENT_ID!,
  clientSecret: process.env.CLIENT_SECRET!,
});

const application = await partner.post('/applications', {
  body: {
    business: { company_number: '00000401' },
    amount_pence: 2_500_000,
    term_months: 12,
    applicant: { email: 'ada@healthy.example', first_name: 'Ada' },
  },
});

const decision = await partner.get('/decisions/{id}', { path: { id: application.id } });`;

const errorSample = `try {
  await partner.post('/applications/{id}/accept', { path: { id }, body });
} catch (error) {
  if (error instanceof PartnerApiError && error.code === 'offer_expired') {
    await partner.post('/decisions/{id}/refresh', { path: { id } });
  } else {
    throw error;
  }
}`;

const listSample = `for await (const application of partner.list('/applications', { query: { status: 'approved' } })) {
  console.log(application.id, application.reference);
}`;

export default function SdkPage() {
  const { appUrl } = environment();
  return (
    <Guide
      href="/docs/sdk"
      lead="One folder, one dependency. Types come from the API document; tokens, retries, lists and webhook signatures are taken care of."
      contents={contents}
    >
      <SectionHeading id="get">Get it</SectionHeading>
      <p>
        The client is the folder <code>lib/client-sdk</code>. Copy it into your code and install its one
        dependency, <code>openapi-fetch</code>. It runs on Node, Deno, Bun and edge workers; keep the secret
        out of browsers.
      </p>
      <CodeBlock title="Install" language="bash" code="npm install openapi-fetch" />
      <SectionHeading id="call">Make calls</SectionHeading>
      <p>
        Paths, inputs and answers are those of the <TextLink href="/docs/api">API reference</TextLink>; your
        editor completes them. Make one client and share it: it mints one token for all callers and renews it
        before it expires.
      </p>
      <CodeBlock
        title="From an application to its decision"
        language="typescript"
        code={callSample(appUrl)}
      />
      <SectionHeading id="retries">What it repeats</SectionHeading>
      <ul>
        <li>
          Network faults, <code>429</code> and <code>5xx</code>, up to five tries. It waits as long as{' '}
          <code>Retry-After</code> says; without one, twice as long each time, with some chance in it.
        </li>
        <li>
          Every write carries an <code>Idempotency-Key</code>, the same one at each try. Pass{' '}
          <code>idempotencyKey</code> when a key must outlive your process.
        </li>
        <li>
          After a <code>401</code> it mints a new token and tries once more.
        </li>
      </ul>
      <SectionHeading id="errors">Errors</SectionHeading>
      <p>
        A refusal is a <code>PartnerApiError</code> with the <code>code</code> to switch on, the field in{' '}
        <code>param</code>, every field in <code>details</code> and the <code>requestId</code> that support
        asks for.
      </p>
      <CodeBlock title="Act on the code" language="typescript" code={errorSample} />
      <SectionHeading id="lists">Lists</SectionHeading>
      <p>
        <code>list</code> reads page after page, as far as you go.
      </p>
      <CodeBlock title="Every approved application" language="typescript" code={listSample} />
      <SectionHeading id="webhooks">Webhooks</SectionHeading>
      <p>
        <code>verifyWebhook</code> checks signature and time and gives you the event. More in{' '}
        <TextLink href="/docs/webhooks">Webhooks</TextLink>.
      </p>
    </Guide>
  );
}
