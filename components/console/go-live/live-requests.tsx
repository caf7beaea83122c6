import { DateTime } from '@/components/ui/date-time';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import type { listProjectRequests } from '@/lib/go-live';
import { projectPath } from '../shell/places';

export type ProjectRequest = Awaited<ReturnType<typeof listProjectRequests>>[number];

function Standing({ status }: Pick<ProjectRequest, 'status'>) {
  if (status === 'open')
    return (
      <Status tone="caution" shape="outline">
        With the lender
      </Status>
    );
  if (status === 'approved') return <Status tone="positive">Opened</Status>;
  return <Status tone="danger">Refused</Status>;
}

/** What was asked of the lender, and what came of it. */
export function LiveRequests({ requests }: { requests: readonly ProjectRequest[] }) {
  return (
    <ul className="divide-y divide-line rounded-surface border border-line bg-surface">
      {requests.map(({ id, name, status, created, note, live_project_id }) => (
        <li key={id} className="px-4 py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-2">
            <span className="font-medium">{name}</span>
            <Standing status={status} />
          </p>
          <p className="text-13 text-ink-muted">
            Asked on <DateTime at={created} />
            {live_project_id !== null && (
              <>
                {'. '}
                <TextLink href={projectPath(live_project_id, 'overview')}>Go to the live project</TextLink>
              </>
            )}
          </p>
          {note !== null && <p className="mt-1 text-ink-soft">{note}</p>}
        </li>
      ))}
    </ul>
  );
}
