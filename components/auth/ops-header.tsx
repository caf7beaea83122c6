import { BrandMark } from '@/components/ui/brand-mark';

/** Over the pages of staff that have no session yet. */
export function OpsHeader() {
  return (
    <header className="flex h-12 items-center gap-2 bg-ops px-4 font-semibold tracking-[-0.01em] text-ops-ink">
      <BrandMark />
      Credicorp
      <span className="font-normal text-ops-muted">Operations</span>
    </header>
  );
}
