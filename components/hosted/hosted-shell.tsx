import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { BrandMark } from '@/components/ui/brand-mark';
import { EnvironmentBadge } from '@/components/ui/environment-badge';

interface HostedShellProps {
  readonly livemode?: boolean | undefined;
  readonly children: ReactNode;
}

/** The frame of a page that a payer or applicant reaches by a link: no navigation, nothing to wander off to. */
export function HostedShell({ livemode, children }: HostedShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-line">
        <div className="mx-auto flex h-14 max-w-lg items-center justify-between gap-3 px-4">
          <p className="flex items-center gap-2 font-semibold tracking-[-0.01em] text-ink">
            <BrandMark />
            Credicorp
          </p>
          {livemode === false && <EnvironmentBadge livemode={false} />}
        </div>
      </header>
      <main id="content" className="mx-auto w-full max-w-lg flex-1 px-4 py-8 sm:py-12">
        {children}
      </main>
      <footer className="border-t border-line">
        <p className="mx-auto flex max-w-lg items-start gap-2 px-4 py-4 text-13 text-ink-muted">
          <LockKeyhole aria-hidden className="mt-0.5 size-4 shrink-0" />
          You approve the payment at your own bank. We never see your bank password.
        </p>
      </footer>
    </div>
  );
}
