import Link from 'next/link';

const links = [
  { href: '/docs/quickstart', label: 'Quickstart' },
  { href: '/docs/api', label: 'API reference' },
  { href: '/docs/errors', label: 'Errors' },
  { href: '/docs/rate-limits', label: 'Rate limits' },
  { href: '/docs/sandbox', label: 'Sandbox' },
  { href: '/docs/security', label: 'Security' },
  { href: '/status', label: 'Status' },
] as const;

export function SiteFooter() {
  return (
    <footer className="border-t border-line">
      <div className="mx-auto flex max-w-page flex-col gap-4 px-4 py-8 text-13 text-ink-muted sm:px-6 md:flex-row md:items-center md:justify-between">
        <p>Credicorp lends to UK limited companies. Sandbox figures are simulated; no money moves there.</p>
        <nav aria-label="Footer">
          <ul className="-mx-1.5 flex flex-wrap">
            {links.map((link) => (
              <li key={link.href}>
                <Link
                  href={link.href}
                  className="inline-flex h-7 items-center rounded-control px-1.5 hover:text-ink hover:underline"
                >
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
