import type { ReactNode } from 'react';
import { DocsArticle, type ContentsEntry } from '@/components/docs/docs-article';
import { DocsPager } from '@/components/docs/docs-pager';
import { docsPages } from './navigation';

interface GuideProps {
  readonly href: string;
  readonly lead: ReactNode;
  readonly contents?: readonly ContentsEntry[];
  readonly children: ReactNode;
}

/** A page that stands in the navigation: its title comes from there, its neighbours too. */
export function Guide({ href, lead, contents, children }: GuideProps) {
  const index = docsPages.findIndex((page) => page.href === href);
  const page = docsPages[index];
  if (page === undefined) throw new Error(`${href} is not in app/docs/navigation.ts`);
  return (
    <DocsArticle
      title={page.title}
      lead={lead}
      {...(contents && { contents })}
      after={<DocsPager previous={docsPages[index - 1]} next={docsPages[index + 1]} />}
    >
      {children}
    </DocsArticle>
  );
}
