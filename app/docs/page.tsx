import type { Metadata } from 'next';
import Link from 'next/link';
import { environment } from '@/lib/env';
import { docsGroups } from './navigation';
import { Guide } from './guide';

export const metadata: Metadata = { title: 'Documentation' };

const facts = (origin: string) => [
  { term: 'Address', detail: `${origin}/partner/v1` },
  { term: 'Access', detail: 'OAuth 2.0 client credentials; a Bearer token for 15 minutes' },
  { term: 'Format', detail: 'JSON in UTF-8; money in whole pence; times in UTC' },
  { term: 'Environment', detail: 'Follows from the credential: a sandbox client reaches sandbox data only' },
];

export default function DocsPage() {
  const guides = docsGroups.map((group) => ({
    ...group,
    pages: group.pages.filter((page) => page.href !== '/docs'),
  }));
  return (
    <Guide
      href="/docs"
      lead="The partner API lets your product apply for a business loan, read the lender’s decision and follow the money. Every decision is automatic and final; every payout is released by two people."
    >
      <dl className="max-w-none! divide-y divide-line rounded-surface border border-line bg-surface text-14">
        {facts(environment().appUrl).map(({ term, detail }) => (
          <div key={term} className="flex flex-col gap-x-6 px-4 py-2.5 sm:flex-row">
            <dt className="w-28 shrink-0 text-ink-muted">{term}</dt>
            <dd className="min-w-0 text-ink">{term === 'Address' ? <code>{detail}</code> : detail}</dd>
          </div>
        ))}
      </dl>
      {guides.map((group) => (
        <section key={group.title}>
          <h2>{group.title}</h2>
          <ul className="mt-2! max-w-none! list-none! divide-y divide-line border-y border-line pl-0!">
            {group.pages.map((page) => (
              <li key={page.href} className="mt-0! py-3">
                <Link href={page.href} className="font-medium">
                  {page.title}
                </Link>
                <p className="text-14 text-ink-muted">{page.summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Guide>
  );
}
