import Link from 'next/link';
import { classNames } from '@/components/ui/class-names';

interface SectionTabsProps {
  readonly label: string;
  readonly places: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
}

/** The parts of one section of the console, each with its own address. */
export function SectionTabs({ label, places }: SectionTabsProps) {
  return (
    <nav aria-label={label} className="mb-5 flex gap-5 overflow-x-auto border-b border-line">
      {places.map(({ label: name, href, current }) => (
        <Link
          key={href}
          href={href}
          {...(current && { 'aria-current': 'page' as const })}
          className={classNames(
            '-mb-px flex h-9 items-center border-b-2 font-medium whitespace-nowrap -outline-offset-2 transition-colors',
            current ? 'border-accent text-ink' : 'border-transparent text-ink-muted hover:text-ink',
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
