import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocsArticle } from '@/components/docs/docs-article';
import { DocsPager } from '@/components/docs/docs-pager';
import { environment } from '@/lib/env';
import { loadReference } from '../document';
import { OperationEntry } from '../operation-entry';

interface GroupPageProps {
  readonly params: Promise<{ group: string }>;
}

/** The group of the address with its neighbours, or 404. */
async function groupOf({ params }: GroupPageProps) {
  const { group: slug } = await params;
  const reference = await loadReference();
  const index = reference?.groups.findIndex((candidate) => candidate.slug === slug) ?? -1;
  const group = reference?.groups[index];
  if (!reference || !group) notFound();
  const neighbour = (position: number) => {
    const other = reference.groups[position];
    return other && { href: `/docs/api/${other.slug}`, title: other.tag };
  };
  return { reference, group, previous: neighbour(index - 1), next: neighbour(index + 1) };
}

export async function generateMetadata(props: GroupPageProps): Promise<Metadata> {
  const { group } = await groupOf(props);
  return { title: `${group.tag}, API reference` };
}

/** The operations of one tag. */
export default async function ApiGroupPage(props: GroupPageProps) {
  const { reference, group, previous, next } = await groupOf(props);
  const { appUrl } = environment();
  return (
    <DocsArticle
      title={group.tag}
      wide
      lead={group.description ?? ''}
      after={<DocsPager previous={previous ?? { href: '/docs/api', title: 'API reference' }} next={next} />}
    >
      {group.operations.map((operation) => (
        <OperationEntry
          key={operation.id}
          operation={operation}
          origin={appUrl}
          resolve={reference.resolve}
        />
      ))}
    </DocsArticle>
  );
}
