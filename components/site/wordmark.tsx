import Link from 'next/link';
import { BrandMark } from '../ui/brand-mark';

/** The name with its mark: two sheets and the line between them, what a partner asks and what people release. */
export function Wordmark() {
  return (
    <Link
      href="/"
      className="flex h-8 items-center gap-2 rounded-control font-semibold tracking-[-0.01em] text-ink"
    >
      <BrandMark />
      Credicorp
      <span className="font-normal text-ink-muted max-[22rem]:sr-only">Partners</span>
    </Link>
  );
}
