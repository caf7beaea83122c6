import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { IdChip } from '@/components/ui/id-chip';
import { JsonViewer } from '@/components/ui/json-viewer';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Checklist } from '@/lib/go-live';
import type { RequestForStaff } from '@/lib/ops';
import { WhatIfTable } from '@/components/console/usage/what-if-table';
import { ReasonDialog } from '../reason-dialog';
import { ChecklistTable } from './checklist-table';
import { UsageFigures } from './usage-figures';

interface RequestCardProps {
  readonly request: RequestForStaff;
  /** Of the project that it is about. */
  readonly projectName: string;
  readonly mayDecide: boolean;
  readonly companyVerified: boolean;
}

const titleOf = ({ kind, name, tier }: RequestForStaff, projectName: string) =>
  kind === 'live' ? `Open the live project “${name ?? ''}”` : `Move “${projectName}” to ${tier ?? ''}`;

function isChecklist(evidence: unknown): evidence is Checklist {
  return typeof evidence === 'object' && evidence !== null && 'items' in evidence;
}

function Evidence({ request }: { request: RequestForStaff }) {
  if (request.kind === 'live') {
    const asked = isChecklist(request.evidence) ? request.evidence : null;
    return <ChecklistTable asked={asked} now={request.now?.checklist ?? null} />;
  }
  const { what_if: _shownAbove, ...figures } = request.evidence as Record<string, unknown>;
  return (
    <div className="space-y-3">
      {request.now?.last_day && <UsageFigures figures={request.now.last_day} />}
      {request.what_if && <WhatIfTable whatIf={request.what_if} asked={request.tier} />}
      <JsonViewer title="Usage when they asked" value={figures} />
    </div>
  );
}

const approval = {
  live: {
    confirmLabel: 'Open live project',
    description: 'Its owner can make clients at once, and their calls lend real money. It starts on build.',
    done: 'The live project is open',
  },
  tier: {
    confirmLabel: 'Change tier',
    description: 'The new limits count within a second, and the partner’s webhooks are told.',
    done: 'The tier has changed',
  },
} as const;

/** An open request with all that a decision needs. */
export function RequestCard({ request, projectName, mayDecide, companyVerified }: RequestCardProps) {
  const title = titleOf(request, projectName);
  const path = `/api/ops/requests/${request.id}/decision`;
  const mustVerify = request.kind === 'live' && !companyVerified;
  const note = {
    field: 'note',
    fieldLabel: 'Note to the partner',
    fieldHint: 'The partner reads it.',
  } as const;
  return (
    <section aria-labelledby={request.id} className="scroll-mt-20">
      <Card className="space-y-4">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <h3 id={request.id} className="scroll-mt-20 text-16 font-semibold wrap-anywhere">
              {title}
            </h3>
            <p className="text-ink-muted">
              Asked by {request.asked_by ?? 'somebody who has left'} <RelativeTime at={request.created} />,
              for {projectName}
            </p>
          </div>
          <IdChip id={request.id} what="request id" />
        </div>
        <blockquote className="max-w-[72ch] border-l-2 border-line-control pl-3 whitespace-pre-wrap text-ink-soft">
          {request.reason}
        </blockquote>
        <Evidence request={request} />
        {mayDecide && (
          <div className="flex flex-wrap items-center justify-end gap-2">
            {mustVerify && (
              <p className="mr-auto text-13 text-ink-muted">
                Verify the company first; then it can be opened.
              </p>
            )}
            <ReasonDialog
              {...note}
              path={path}
              body={{ approve: false }}
              label="Decline request"
              title={`Decline: ${title}`}
              description="They can ask again. Say what is missing."
              confirmLabel="Decline request"
              pendingLabel="Declining"
              done="The request is declined"
            />
            {!mustVerify && (
              <ReasonDialog
                {...note}
                {...approval[request.kind]}
                path={path}
                body={{ approve: true }}
                label="Approve request"
                variant="primary"
                title={title}
                pendingLabel="Approving"
              />
            )}
          </div>
        )}
      </Card>
    </section>
  );
}

const tones = { approved: 'accent', declined: 'danger', open: 'caution', withdrawn: 'neutral' } as const;

/** A request that was decided. */
export function DecidedRequest({ request, projectName }: { request: RequestForStaff; projectName: string }) {
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="font-medium">
          {titleOf(request, projectName)} <Badge tone={tones[request.status]}>{request.status}</Badge>
        </p>
        {request.decided !== null && (
          <p className="text-13 text-ink-muted">
            {request.decided_by ?? 'Somebody'}, <DateTime at={request.decided} />
          </p>
        )}
      </div>
      {request.note !== null && <p className="max-w-[72ch] text-ink-soft">{request.note}</p>}
    </li>
  );
}
