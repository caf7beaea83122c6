import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { BrandMark } from '@/components/ui/brand-mark';
import { classNames } from '@/components/ui/class-names';
import { EnvironmentBadge } from '@/components/ui/environment-badge';

interface HostedShellProps {
  readonly livemode?: boolean | undefined;
  /** What the reader may rely on; stands at the foot of the page. */
  readonly assurance?: string;
  /** Room for offers side by side. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The frame of a page that a payer or applicant reaches by a link: no navigation, nothing to wander off to. */
export function HostedShell({ livemode, assurance, wide, children }: HostedShellProps) {
  const width = wide === true ? 'max-w-4xl' : 'max-w-lg';
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-line">
        <div className={classNames('mx-auto flex h-14 items-center justify-between gap-3 px-4', width)}>
          <p className="flex items-center gap-2 font-semibold tracking-[-0.01em] text-ink">
            <BrandMark />
            Credicorp
          </p>
          {livemode === false && <EnvironmentBadge livemode={false} />}
        </div>
      </header>
      <main id="content" className={classNames('mx-auto w-full flex-1 px-4 py-8 sm:py-12', width)}>
        {children}
      </main>
      <footer className="border-t border-line">
        <p className={classNames('mx-auto flex items-start gap-2 px-4 py-4 text-13 text-ink-muted', width)}>
          <LockKeyhole aria-hidden className="mt-0.5 size-4 shrink-0" />
          {assurance ?? 'You approve the payment at your own bank. We never see your bank password.'}
        </p>
      </footer>
    </div>
  );
}
