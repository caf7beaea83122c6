import { ButtonLink } from '@/components/ui/button';

/** Leads to the page of older rows, where there is one. */
export function OlderLink({ href, shown }: { href: string | null; shown: string }) {
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-3 text-13 text-ink-muted">
      <p className="numeric">
        {shown}
        {href === null && '; that is all'}
      </p>
      {href !== null && <ButtonLink href={href}>Show older</ButtonLink>}
    </div>
  );
}
