import { OctagonX } from 'lucide-react';
import Link from 'next/link';
import type { ShownStop } from '@/lib/disbursements';

/** While money-out is stopped, on every page: what, by whom, and the way to the page where two people start it again. */
export function StopBanner({ stops }: { stops: readonly ShownStop[] }) {
  const all = stops.find(({ partner }) => partner === null);
  const partners = stops.flatMap(({ partner }) => (partner === null ? [] : [partner.name]));
  const first = all ?? stops[0];
  if (first === undefined) return null;
  return (
    <div role="status" className="bg-danger px-3 py-2 text-14 text-danger-ink sm:px-4">
      <p className="flex items-start gap-2">
        <OctagonX aria-hidden className="mt-0.5 size-4.5 shrink-0" />
        <span className="min-w-0">
          <strong>
            {all ? 'All money-out is stopped.' : `Money-out is stopped for ${partners.join(', ')}.`}
          </strong>{' '}
          <span className="max-sm:hidden">
            {first.stopped_by?.name}: {first.reason}
          </span>{' '}
          <Link href="/ops/money-out" className="font-medium underline underline-offset-3">
            {first.start_proposed_by ? 'Confirm the start' : 'Stop and start'}
          </Link>
        </span>
      </p>
    </div>
  );
}
