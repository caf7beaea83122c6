import { DateTime } from '@/components/ui/date-time';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import type { listProjectRequests } from '@/lib/go-live';
import { whatIfSentence } from '../usage/what-if-words';
import { projectPath } from '../shell/places';

export type StaffRequestFacts = Awaited<ReturnType<typeof listProjectRequests>>[number];

const states = {
  open: ['info', 'With our staff'],
  approved: ['positive', 'Approved'],
  declined: ['danger', 'Declined'],
  withdrawn: ['neutral', 'Withdrawn'],
} as const;

/** What was asked of staff and what became of it. */
export function StaffRequest({ request }: { request: StaffRequestFacts }) {
  const [tone, word] = states[request.status];
  const what = request.kind === 'tier' ? `Tier ${request.tier}` : `Live project “${request.name}”`;
  return (
    <div className="max-w-xl rounded-surface border border-line bg-surface px-4 py-3">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="font-medium text-ink">{what}</span>
        <Status tone={tone}>{word}</Status>
      </p>
      <p className="text-13 text-ink-muted">
        Asked <DateTime at={request.created} />
        {request.decided !== null && (
          <>
            , decided <DateTime at={request.decided} />
          </>
        )}
      </p>
      {request.what_if !== null && (
        <p className="mt-2 text-13 text-ink-soft">Sent with it: {whatIfSentence(request.what_if)}</p>
      )}
      {request.note !== null && <p className="mt-2 text-ink-soft">{request.note}</p>}
      {request.live_project_id !== null && (
        <p className="mt-2">
          <TextLink href={projectPath(request.live_project_id, 'overview')}>Open the live project</TextLink>
        </p>
      )}
    </div>
  );
}
