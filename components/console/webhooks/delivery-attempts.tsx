'use client';
import { DateTime } from '@/components/ui/date-time';
import { Timeline } from '@/components/ui/timeline';
import type { Delivery } from '@/lib/webhooks';

const sentences: Readonly<Record<string, string>> = {
  forbidden_target: 'The name leads to an address that is not public',
  unresolved_name: 'The name of the server is not known',
  connection_failed: 'No connection',
  invalid_certificate: 'The certificate is not valid',
  timeout: 'No answer in time',
};

type Attempt = Delivery['attempts'][number];

function outcome({ status_code: status, failure }: Attempt): string {
  if (failure === null) return `Accepted with ${status ?? 200}`;
  if (failure === 'redirect') return `Answered ${status ?? 302}: redirects are not followed`;
  if (failure === 'gone') return 'Answered 410: the endpoint is disabled';
  return sentences[failure] ?? `Answered ${status ?? 'nothing'}`;
}

/** Every try of one delivery, newest first: what was answered, how long it took, when the next one is. */
export function DeliveryAttempts({ delivery }: { delivery: Delivery }) {
  const entries = delivery.attempts.map((attempt, index) => ({
    id: `${attempt.attempted} ${index}`,
    at: attempt.attempted,
    tone: attempt.failure === null ? ('positive' as const) : ('danger' as const),
    title: outcome(attempt),
    detail: (
      <>
        <p className="numeric text-13">
          {attempt.duration_ms.toLocaleString('en-GB')} ms
          {attempt.next_attempt_at !== null && (
            <>
              ; next try <DateTime at={attempt.next_attempt_at} />
            </>
          )}
        </p>
        {attempt.response_head !== null && attempt.response_head !== '' && (
          <pre
            tabIndex={0}
            role="region"
            aria-label="Beginning of the answer"
            className="mt-1 max-h-40 overflow-auto rounded-control border border-line bg-sunken px-2.5 py-1.5 text-12 wrap-anywhere whitespace-pre-wrap"
          >
            {attempt.response_head}
          </pre>
        )}
      </>
    ),
  }));
  if (entries.length === 0) return <p className="text-ink-muted">Not tried yet.</p>;
  return <Timeline label="Attempts, newest first" entries={entries} />;
}
