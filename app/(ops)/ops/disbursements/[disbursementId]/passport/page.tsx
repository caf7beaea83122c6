import { FileX } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaffSession } from '@/app/session';
import { DownloadButton } from '@/components/ops/download-button';
import { PassportPage } from '@/components/ops/passport/passport';
import { PrintButton } from '@/components/ops/passport/print-button';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ApiError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { showPassport } from '@/lib/ops';

export const metadata: Metadata = { title: 'Release passport' };

/** Null when the payment was never released. */
async function passportOf(id: string) {
  try {
    return await showPassport(id);
  } catch (error) {
    if (error instanceof ApiError && error.code === 'resource_not_found') notFound();
    if (error instanceof ApiError && error.code === 'invalid_state') return null;
    throw error;
  }
}

export default async function Page({ params }: { params: Promise<{ disbursementId: string }> }) {
  await requireStaffSession();
  const { disbursementId: id } = await params;
  if (!isId('dsb', id)) notFound();
  const shown = await passportOf(id);
  if (shown === null) {
    return (
      <>
        <h1 className="sr-only">Release passport</h1>
        <EmptyState
          icon={FileX}
          title="No passport yet"
          action={<ButtonLink href={`/ops/disbursements/${id}`}>Show payment</ButtonLink>}
        >
          A payment has a passport from its release by a second officer on. This one was not released.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <div className="mx-auto mb-4 flex max-w-[52rem] flex-wrap items-end justify-between gap-3 print:hidden">
        <Breadcrumbs
          crumbs={[
            { label: 'Money out', href: '/ops/disbursements' },
            { label: 'Payment', href: `/ops/disbursements/${id}` },
          ]}
        />
        <div className="flex flex-wrap gap-2">
          <DownloadButton path={`/api/ops/passports/${id}`} filename={`release-passport-${id}.json`}>
            Download JSON
          </DownloadButton>
          <PrintButton />
        </div>
      </div>
      <PassportPage shown={shown} />
    </>
  );
}
