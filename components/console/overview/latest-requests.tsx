import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { Overview } from '@/lib/console';
import { requestPaths } from '../requests/request-paths';
import { StatusBadge } from '../requests/status-badge';
import { milliseconds } from './request-card';

interface LatestRequestsProps {
  readonly projectId: string;
  readonly requests: Overview['latest_requests'];
}

/** The last calls, newest first; each leads to its own page. */
export function LatestRequests({ projectId, requests }: LatestRequestsProps) {
  const paths = requestPaths(projectId);
  return (
    <ul
      aria-label="Latest requests"
      className="divide-y divide-line overflow-hidden rounded-surface border border-line bg-surface"
    >
      {requests.map(({ id, status, method, path, code, duration_ms: durationMs, created }) => (
        <li
          key={id}
          className="grid grid-cols-[2.75rem_minmax(0,1fr)_auto] items-baseline gap-x-3 px-4 py-2 text-13 sm:grid-cols-[2.75rem_minmax(0,1fr)_4.5rem_7.5rem]"
        >
          <StatusBadge status={status} />
          <span className="min-w-0">
            <TextLink href={`${paths.list}/${id}`} className="font-mono wrap-anywhere">
              {method} {path}
            </TextLink>
            {code !== null && <span className="ml-2 font-mono text-12 text-ink-muted">{code}</span>}
          </span>
          <span className="numeric text-right text-ink-muted max-sm:hidden">{milliseconds(durationMs)}</span>
          <span className="numeric text-right whitespace-nowrap text-ink-muted">
            <RelativeTime at={created} />
          </span>
        </li>
      ))}
    </ul>
  );
}
