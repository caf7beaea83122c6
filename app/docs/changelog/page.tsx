import type { Metadata } from 'next';
import { MarkedText } from '@/components/docs/marked-text';
import { SectionHeading } from '@/components/docs/section';
import { Guide } from '../guide';
import { releases } from './releases';

export const metadata: Metadata = { title: 'Changelog' };

const idOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

export default function ChangelogPage() {
  return (
    <Guide
      href="/docs/changelog"
      lead="Inside v1 we only add: new fields, new routes, new event types. Ignore what you do not know, and nothing here breaks you."
      contents={releases.map(({ name }) => ({ id: idOf(name), title: name }))}
    >
      {releases.map((release) => (
        <section key={release.name}>
          <SectionHeading id={idOf(release.name)}>{release.name}</SectionHeading>
          {release.changes.map((change) => (
            <section key={change.kind}>
              <h3>{change.kind}</h3>
              <ul>
                {change.entries.map((entry) => (
                  <li key={entry}>
                    <MarkedText>{entry}</MarkedText>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
    </Guide>
  );
}
