'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { ChevronDown } from 'lucide-react';
import { classNames } from '../ui/class-names';

interface DocsSidebarProps {
  readonly groups: readonly {
    readonly title: string;
    readonly pages: readonly { readonly href: string; readonly title: string }[];
  }[];
}

/** The page a path belongs to: the longest address it starts with. */
function currentPage(groups: DocsSidebarProps['groups'], path: string) {
  return groups
    .flatMap((group) => group.pages)
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}

/** The list of pages: beside the text on wide screens, folded above it on narrow ones. */
export function DocsSidebar({ groups }: DocsSidebarProps) {
  const path = usePathname();
  const current = currentPage(groups, path);
  const list = (
    <div className="space-y-6">
      {groups.map((group) => (
        <div key={group.title}>
          <p className="px-2 text-12 font-medium text-ink-muted">{group.title}</p>
          <ul className="mt-1">
            {group.pages.map((page) => (
              <li key={page.href}>
                <Link
                  href={page.href}
                  aria-current={page.href === path ? 'page' : page === current ? 'true' : undefined}
                  className={classNames(
                    'flex min-h-8 items-center rounded-control px-2 transition-colors hover:bg-sunken',
                    page === current ? 'bg-accent-soft font-medium text-accent' : 'text-ink-soft',
                  )}
                >
                  {page.title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
  return (
    <>
      <nav
        aria-label="Documentation"
        className="sticky top-14 hidden max-h-[calc(100dvh-3.5rem)] overflow-y-auto py-8 lg:block"
      >
        {list}
      </nav>
      {/* The key folds it again when the reader has chosen. */}
      <details key={path} className="group border-b border-line lg:hidden">
        <summary className="flex h-12 cursor-pointer list-none items-center justify-between font-medium [&::-webkit-details-marker]:hidden">
          <span>
            <span className="text-ink-muted">Documentation: </span>
            {current?.title}
          </span>
          <ChevronDown
            aria-hidden
            className="size-4 text-ink-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <nav aria-label="Documentation" className="-mx-2 pb-5">
          {list}
        </nav>
      </details>
    </>
  );
}
