import type { ReactNode } from 'react';
import { consoleSession } from '@/app/session';
import { DocsSidebar } from '@/components/docs/docs-sidebar';
import { SiteFooter } from '@/components/site/site-footer';
import { SiteHeader } from '@/components/site/site-header';
import { docsGroups } from './navigation';

export default async function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader isSignedIn={(await consoleSession()) !== null} />
      <div className="mx-auto min-h-[80dvh] max-w-page gap-10 px-4 sm:px-6 lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <DocsSidebar groups={docsGroups} />
        <main id="content" className="min-w-0">
          {children}
        </main>
      </div>
      <SiteFooter />
    </>
  );
}
