import type { Metadata } from 'next';
import { SiteHeader } from '@/components/site/site-header';
import { requireDevelopment } from '../require-development';
import { Gallery } from './gallery';

export const metadata: Metadata = { title: 'Primitives', robots: { index: false } };

/** Every primitive in every state, in both themes at once. */
export default async function PrimitivesPage() {
  await requireDevelopment();
  return (
    <>
      <SiteHeader />
      <main id="content">
        <h1 className="mx-auto max-w-page px-4 pt-8 font-display text-28 font-semibold sm:px-6">
          Primitives
        </h1>
        <Gallery theme="light" />
        <Gallery theme="dark" />
      </main>
    </>
  );
}
