import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { Guide } from '../guide';

export const metadata: Metadata = { title: 'Security' };

const contents = [
  { id: 'report', title: 'Report a weakness' },
  { id: 'scope', title: 'Where to test' },
  { id: 'rely', title: 'What you can rely on' },
];

export default function SecurityPage() {
  return (
    <Guide
      href="/docs/security"
      lead="Tell us about a weakness before anyone else hears of it. We answer, mend it, and thank you by name if you like."
      contents={contents}
    >
      <SectionHeading id="report">Report a weakness</SectionHeading>
      <p>
        Write to your contact at Credicorp. Tell what you did, what happened and what it lets an attacker do;
        a <code>Credicorp-Request-Id</code> helps us to find it. Leave personal data of others out.
      </p>
      <SectionHeading id="scope">Where to test</SectionHeading>
      <p>
        In a sandbox project, with data of your own. Stop at the first proof. Floods and tests against live
        projects are not welcome.
      </p>
      <SectionHeading id="rely">What you can rely on</SectionHeading>
      <ul>
        <li>No call releases money: that takes two people.</li>
        <li>A revoked secret or token is refused everywhere within a second.</li>
        <li>Another project’s objects answer exactly as missing ones do.</li>
        <li>Secrets are shown once and stored as something that cannot be turned back into them.</li>
      </ul>
      <p>
        The same in the form that programs read: <code>/.well-known/security.txt</code>.
      </p>
    </Guide>
  );
}
