import { Callout } from '@/components/ui/callout';
import type { RequestPage } from './use-live-requests';

const reasons = {
  throttled: 'above the limit',
  unauthenticated: 'without a valid credential',
  overload: 'while there were too many at once',
} as const;

/** What was counted instead of stored, so that nobody takes the list for everything. */
export function OmissionNote({ pages }: { pages: readonly RequestPage[] }) {
  const counts = Map.groupBy(
    pages.flatMap(({ omissions }) => omissions),
    ({ reason }) => reason,
  );
  const parts = [...counts].map(([reason, rows]) => {
    const calls = rows.reduce((sum, row) => sum + row.calls, 0);
    return `${calls.toLocaleString('en-GB')} ${reasons[reason]}`;
  });
  if (parts.length === 0) return null;
  return (
    <div className="mb-3">
      <Callout title="Some requests were counted, not stored">
        In the time of this list: {parts.join(', ')}. They are in the usage figures.
      </Callout>
    </div>
  );
}
