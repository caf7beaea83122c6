'use client';
import { Button } from './button';

interface LoadMoreProps {
  /** How many stand on the page: "50 requests shown". */
  readonly shown: string;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onLoadMore: () => void;
  readonly label?: string;
}

/** The end of a list that is read further back on demand. */
export function LoadMore({ shown, hasMore, loading, onLoadMore, label = 'Load older' }: LoadMoreProps) {
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-3 text-13 text-ink-muted">
      <p role="status" className="numeric">
        {shown}
        {!hasMore && '; that is all'}
      </p>
      {hasMore && (
        <Button onClick={onLoadMore} pendingLabel={loading ? 'Loading' : undefined}>
          {label}
        </Button>
      )}
    </div>
  );
}
