import { FileQuestion } from 'lucide-react';
import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { environment } from '@/lib/env';
import { Guide } from '../guide';
import { loadReference } from './document';
import { OperationEntry } from './operation-entry';

export const metadata: Metadata = { title: 'API reference' };

const anchorOf = (tag: string) => `tag-${tag.toLowerCase().replaceAll(/\W+/g, '-')}`;

export default async function ApiReferencePage() {
  const { appUrl } = environment();
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
      <nav aria-label="Operations" className="rounded-surface border border-line bg-surface">
        <ul className="max-w-none! list-none! divide-y divide-line pl-0!">
          {reference.groups.map((group) => (
            <li key={group.tag} className="mt-0! px-4 py-3 md:grid md:grid-cols-[9rem_minmax(0,1fr)]">
              <TextLink href={`#${anchorOf(group.tag)}`} className="text-14 font-medium">
                {group.tag}
              </TextLink>
              <ul className="max-w-none! list-none! pl-0! max-md:mt-1">
                {group.operations.map((operation) => (
                  <li key={operation.id} className="mt-0!">
                    <a
                      href={`#${operation.id}`}
                      className="group/line flex min-h-7 items-center gap-2.5 text-13 no-underline!"
                    >
                      <span className="w-11 shrink-0 font-mono text-12 text-ink-muted">
                        {operation.method}
                      </span>
                      <span className="min-w-0 truncate font-mono group-hover/line:underline">
                        {operation.path.replace('/partner/v1', '')}
                      </span>
                      <span className="ml-auto shrink-0 pl-4 text-ink-muted max-lg:hidden">
                        {operation.summary}
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
      {reference.groups.map((group) => (
        <section key={group.tag} aria-labelledby={anchorOf(group.tag)}>
          <SectionHeading id={anchorOf(group.tag)}>{group.tag}</SectionHeading>
          {group.description !== undefined && <p className="mb-6">{group.description}</p>}
          {group.operations.map((operation) => (
            <OperationEntry
              key={operation.id}
              operation={operation}
              origin={appUrl}
              resolve={reference.resolve}
            />
          ))}
        </section>
      ))}
    </Guide>
  );
}
