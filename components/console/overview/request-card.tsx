import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { Overview } from '@/lib/console';

type NewestRequest = NonNullable<Overview['newest_request']>;

function toneOf(status: number) {
  if (status < 300) return 'accent';
  return status === 429 ? 'caution' : status >= 400 ? 'danger' : 'neutral';
}

export const milliseconds = (ms: number) => (ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`);

/** One request as it came: what was asked, what was answered, how fast, and why not. */
export function RequestCard({ projectId, request }: { projectId: string; request: NewestRequest }) {
  const { status, method, path, duration_ms: durationMs, code, explanation, created, address } = request;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Badge tone={toneOf(status)} mono>
          {status}
        </Badge>
        <code className="min-w-0 text-13 wrap-anywhere text-ink">
          {method} {path}
        </code>
      </p>
      <p className="numeric mt-1 text-13 text-ink-muted">
        {milliseconds(durationMs)} · <RelativeTime at={created} />
        {address !== null && <> · from {address}</>} ·{' '}
        <TextLink href={`/console/projects/${projectId}/requests/${request.id}`}>Open request</TextLink>
      </p>
      {code !== null && (
        <div className="mt-3 border-l-2 border-danger pl-3">
          <p className="font-medium text-ink">
            <code className="text-13">{code}</code>
            {request.param !== null && (
              <>
                {' '}
                at <code className="text-13">{request.param}</code>
              </>
            )}
          </p>
          {explanation !== null && (
            <p className="text-ink-soft">
              {explanation.summary} {explanation.remedy}{' '}
              <TextLink href={explanation.href}>Read more</TextLink>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
