import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { TextLink } from '@/components/ui/text-link';
import { Guide } from '../guide';

export const metadata: Metadata = { title: 'Go-live checklist' };

const contents = [
  { id: 'access', title: 'Access' },
  { id: 'calls', title: 'Calls' },
  { id: 'webhooks', title: 'Webhooks' },
  { id: 'people', title: 'People' },
];

export default function GoLivePage() {
  return (
    <Guide
      href="/docs/go-live"
      lead="What to have in place before real applicants arrive. Each line is something you can try in the sandbox today."
      contents={contents}
    >
      <SectionHeading id="access">Access</SectionHeading>
      <ul>
        <li>The secret is in a vault, not in code, and you have rotated one without a gap.</li>
        <li>Each client has only the scopes it needs; separate workloads have separate projects.</li>
        <li>
          One token is <TextLink href="/docs/authentication#cache">cached</TextLink> and shared; nothing mints
          for each call.
        </li>
      </ul>
      <SectionHeading id="calls">Calls</SectionHeading>
      <ul>
        <li>
          Every write has an <TextLink href="/docs/idempotency">idempotency key</TextLink> that survives a
          restart of your process.
        </li>
        <li>
          You wait out <code>Retry-After</code>: send sixty calls at once and see them all succeed.
        </li>
        <li>
          You switch on <code>code</code>, log <code>request_id</code>, and ignore fields that you do not
          know.
        </li>
        <li>
          A decline, a referral and a slow decision each lead somewhere: play all{' '}
          <TextLink href="/docs/sandbox">sandbox companies</TextLink>.
        </li>
        <li>Amounts are whole pence from end to end.</li>
      </ul>
      <SectionHeading id="webhooks">Webhooks</SectionHeading>
      <ul>
        <li>
          Signatures are <TextLink href="/docs/webhooks#verify">verified</TextLink>; a changed body and a time
          six minutes old are refused.
        </li>
        <li>
          A <TextLink href="/docs/webhooks#drill">fire drill</TextLink> against your sandbox endpoint scores
          six of six.
        </li>
        <li>The same event twice does its work once; events out of order do no harm.</li>
        <li>You answer within ten seconds, and somebody hears of it when you do not.</li>
      </ul>
      <SectionHeading id="people">People</SectionHeading>
      <ul>
        <li>
          In live the applicant accepts at <code>handoff_url</code>, and your <code>redirect_uri</code> is on
          the project’s list.
        </li>
        <li>Your screens say “approved, funding in progress” until the money has settled.</li>
        <li>Two people on your side can reach the console, each with a second factor.</li>
      </ul>
    </Guide>
  );
}
