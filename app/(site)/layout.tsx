import type { ReactNode } from 'react';
import { consoleSession } from '@/app/session';
import { SiteFooter } from '@/components/site/site-footer';
import { SiteHeader } from '@/components/site/site-header';

export default async function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader isSignedIn={(await consoleSession()) !== null} />
      <main id="content">{children}</main>
      <SiteFooter />
    </>
  );
}
