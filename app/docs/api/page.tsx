import { FileQuestion } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { Guide } from '../guide';
import { loadReference } from './document';

export const metadata: Metadata = { title: 'API reference' };

export default async function ApiReferencePage() {
  const reference = await loadReference();
  if (reference === undefined) {
    return (
      <Guide href="/docs/api" lead="Every operation with its parameters, answers and refusals.">
        <EmptyState
          icon={FileQuestion}
          title="No reference in this build"
          action={<ButtonLink href="/docs">Read the guides</ButtonLink>}
        >
          The page is made from the OpenAPI document, and this build carries none.
        </EmptyState>
      </Guide>
    );
  }
  return (
    <Guide
      href="/docs/api"
      lead={
        <>
          Every operation with its parameters, answers and refusals, made from the{' '}
          <a
            href="/partner/v1/openapi.json"
            className="text-accent underline decoration-accent/40 underline-offset-3"
          >
            OpenAPI 3.1 document
          </a>{' '}
          that the API serves. Version {reference.version}.
        </>
      }
    >
      <nav aria-label="Operations" className="space-y-9">
        {reference.groups.map((group) => (
          <section key={group.tag}>
            <h2 className="mt-0!">
              <TextLink href={`/docs/api/${group.slug}`} className="text-ink! no-underline hover:underline">
                {group.tag}
              </TextLink>
            </h2>
            {group.description !== undefined && (
              <p className="mt-0.5! text-14 text-ink-muted">{group.description}</p>
            )}
            <ul className="mt-3! max-w-none! list-none! divide-y divide-line overflow-hidden rounded-surface border border-line bg-surface pl-0!">
              {group.operations.map((operation) => (
                <li key={operation.id} className="mt-0!">
                  <Link
                    href={`/docs/api/${group.slug}#${operation.id}`}
                    className="flex min-h-10 items-center gap-3 px-4 py-1.5 text-13 no-underline! -outline-offset-2 hover:bg-sunken"
                  >
                    <span className="w-11 shrink-0 font-mono text-12 text-ink-muted">{operation.method}</span>
                    <span className="min-w-0 font-mono wrap-anywhere">
                      {operation.path.replace('/partner/v1', '')}
                    </span>
                    <span className="ml-auto shrink-0 pl-4 text-ink-muted max-lg:hidden">
                      {operation.summary}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </Guide>
  );
}
