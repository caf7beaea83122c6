import { cookies } from 'next/headers';
import Link from 'next/link';
import { themeCookie } from '@/components/ui/theme';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { Wordmark } from './wordmark';

const door = { href: '/sign-in', label: 'Sign in' };
const inside = { href: '/console', label: 'Console' };
const links = [
  { href: '/docs', label: 'Docs' },
  { href: '/docs/api', label: 'API reference' },
] as const;

/** The band on top of every public page. @param isSignedIn leads to the console in the place of the sign-in. */
export async function SiteHeader({ isSignedIn = false }: { readonly isSignedIn?: boolean }) {
  const theme = (await cookies()).get(themeCookie)?.value;
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-paper/95 backdrop-blur-sm">
      <div className="mx-auto flex h-14 max-w-page items-center justify-between gap-4 px-4 sm:px-6">
        <Wordmark />
        <div className="flex items-center gap-1 sm:gap-2">
          <nav aria-label="Site">
            <ul className="flex">
              {[...links, isSignedIn ? inside : door].map((link) => (
                <li key={link.href} className={link.href === '/docs/api' ? 'max-sm:hidden' : undefined}>
                  <Link
                    href={link.href}
                    className="flex h-8 items-center rounded-control px-2.5 font-medium whitespace-nowrap text-ink-soft hover:bg-sunken hover:text-ink"
                  >
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <ThemeSwitch initial={theme} />
        </div>
      </div>
    </header>
  );
}
