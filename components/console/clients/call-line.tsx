import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { CallFacts } from './facts';

/** Who called last: when, from where, what. The time leads to the request. */
export function CallLine({ projectId, call }: { projectId: string; call: CallFacts }) {
  return (
    <span className="block min-w-0">
      <TextLink href={`/console/projects/${projectId}/requests/${call.request_id}`}>
        <RelativeTime at={call.at} />
      </TextLink>
      <span className="block text-13 text-ink-muted">
        <code className="text-12 wrap-anywhere">{call.operation}</code>
        {call.address !== null && (
          <>
            {' '}
            from <span className="numeric wrap-anywhere">{call.address}</span>
          </>
        )}
      </span>
    </span>
  );
}
