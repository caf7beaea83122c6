import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { CodeBlock } from '@/components/ui/code-block';
import { DataTable } from '@/components/ui/data-table';
import { Tabs } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { environment } from '@/lib/env';
import { Guide } from '../guide';
import { deliverySample, registerSample, verifyPython, verifyTypeScript } from './samples';

export const metadata: Metadata = { title: 'Webhooks' };

const contents = [
  { id: 'register', title: 'Register an endpoint' },
  { id: 'delivery', title: 'What arrives' },
  { id: 'verify', title: 'Verify it' },
  { id: 'check', title: 'When it does not verify' },
  { id: 'rules', title: 'Rules for a good receiver' },
  { id: 'drill', title: 'Fire drill' },
  { id: 'retries', title: 'When you do not answer' },
  { id: 'rotate', title: 'Rotate the secret' },
];

const verdicts = [
  {
    verdict: 'Right',
    meaning:
      'Made with the present secret, or with the old one during the 24 hours of a rotation: it says which.',
  },
  {
    verdict: 'Wrong time',
    meaning: 'The signature fits; it was made more than 300 seconds from when you received it.',
  },
  {
    verdict: 'Changed bytes',
    meaning: 'Printed anew, edited, cut, or with white space at the end; the secret is right.',
  },
  { verdict: 'Another secret', meaning: 'No secret of this endpoint makes this signature of what we sent.' },
  {
    verdict: 'Another endpoint',
    meaning: 'It is right for another endpoint of the same project, which is named.',
  },
  { verdict: 'Ended secret', meaning: 'Made with the old secret after its 24 hours.' },
  { verdict: 'Missing or unreadable header', meaning: 'Which one, and the form that it should have.' },
];

const shots = [
  { shot: 'Valid', sent: 'A message as ever', expected: '2xx' },
  { shot: 'Duplicate', sent: 'The same webhook-id again, signed anew', expected: '2xx' },
  { shot: 'Wrong signature', sent: 'Both families signed with a secret that is not yours', expected: '4xx' },
  { shot: 'Stale', sent: 'Rightly signed, an hour ago', expected: '4xx' },
  { shot: 'Out of order', sent: 'Two messages about one object, the newer one first', expected: '2xx twice' },
  { shot: 'Slow', sent: 'The second half of the body three seconds after the first', expected: '2xx' },
];

export default function WebhooksPage() {
  return (
    <Guide
      href="/docs/webhooks"
      lead="We call you when something changes. Check the signature, answer 2xx at once, do the work afterwards."
      contents={contents}
    >
      <SectionHeading id="register">Register an endpoint</SectionHeading>
      <p>
        The address is public <code>https</code> with a valid certificate. The answer shows the{' '}
        <code>secret</code> once. Subscribe to types, to families such as <code>payment.*</code>, or to{' '}
        <code>*</code>: see <TextLink href="/docs/events">Events</TextLink>.
      </p>
      <CodeBlock title="Register" language="bash" code={registerSample(environment().appUrl)} />
      <SectionHeading id="delivery">What arrives</SectionHeading>
      <CodeBlock title="One delivery, shortened" language="http" code={deliverySample} />
      <p>
        Personal fields are left out of events; read the object when you need them. <code>data.previous</code>{' '}
        holds what changed.
      </p>
      <SectionHeading id="verify">Verify it</SectionHeading>
      <p>
        <code>Credicorp-Signature</code> is an HMAC-SHA-256 of the time, a dot and the raw body, with the
        whole secret as key. The <code>webhook-*</code> headers follow Standard Webhooks, whose libraries work
        unchanged. Either is enough.
      </p>
      <Tabs
        label="Language"
        items={[
          {
            value: 'typescript',
            label: 'TypeScript',
            content: <CodeBlock title="Verify in TypeScript" language="typescript" code={verifyTypeScript} />,
          },
          {
            value: 'python',
            label: 'Python',
            content: <CodeBlock title="Verify in Python" language="python" code={verifyPython} />,
          },
        ]}
      />
      <SectionHeading id="check">When it does not verify</SectionHeading>
      <p>
        The page of each endpoint in the console has a <strong>signature check</strong>: paste the headers and
        the body as your receiver got them. It makes the signature again with the endpoint’s secrets, for both
        families, and says which rule is broken. The secret stays with us.
      </p>
      <DataTable
        caption="Verdicts of the signature check"
        density="compact"
        rows={verdicts}
        rowKey={({ verdict }) => verdict}
        columns={[
          { header: 'Verdict', cell: ({ verdict }) => verdict },
          { header: 'What it means', cell: ({ meaning }) => meaning },
        ]}
      />
      <p>
        Changed bytes are told from another secret by the event’s id: we still have what we sent for 30 days,
        and show where the two part.
      </p>
      <SectionHeading id="rules">Rules for a good receiver</SectionHeading>
      <ul>
        <li>Hash the bytes that came. Parsing and printing JSON again changes them.</li>
        <li>Refuse a time more than 300 seconds away from yours.</li>
        <li>
          Deliveries come at least once and in any order: remember event ids, and read the object for its
          present state.
        </li>
        <li>Answer within ten seconds; put the work into a queue of your own.</li>
      </ul>
      <SectionHeading id="drill">Fire drill</SectionHeading>
      <p>
        The page of each sandbox endpoint runs a <strong>fire drill</strong>: six shots at your receiver, one
        after the other, by the way that deliveries go. It keeps what was sent, what was expected and what
        came, and a score. What a receiver does afterwards only you can see: whether the repeat did its work
        once, and whether the older event overwrote the newer.
      </p>
      <DataTable
        caption="The six shots"
        density="compact"
        rows={shots}
        rowKey={({ shot }) => shot}
        columns={[
          { header: 'Shot', cell: ({ shot }) => shot },
          { header: 'What is sent', cell: ({ sent }) => sent },
          { header: 'Expected', cell: ({ expected }) => expected },
        ]}
      />
      <p>
        The type is <code>webhook_endpoint.test</code>; no shot is an event of your project, none is retried,
        and none counts against the endpoint. An endpoint that accepts a forged or a stale message loses the
        webhook’s tick on the <TextLink href="/docs/go-live">go-live checklist</TextLink> until a drill finds
        it mended. A drill never runs against live endpoints.
      </p>
      <SectionHeading id="retries">When you do not answer</SectionHeading>
      <p>
        Anything but 2xx is tried again after 1 minute, 5 minutes, 30 minutes and 2 hours, then every 6 to 12
        hours until 72 hours have passed. Redirects are not followed. <code>410</code> disables the endpoint
        at once, seven days without a success disable it too; you are told. Every event is listed for 30 days
        and can be sent again within 72 hours.
      </p>
      <SectionHeading id="rotate">Rotate the secret</SectionHeading>
      <p>
        <code>POST /webhook_endpoints/{'{id}'}/rotate_secret</code> answers with the new secret. For 24 hours
        each delivery is signed with both, so you can change over without a gap.
      </p>
    </Guide>
  );
}
