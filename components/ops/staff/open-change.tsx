'use client';
import { useStepUp } from '@/components/shell/step-up';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DateTime } from '@/components/ui/date-time';
import { useNotice } from '@/components/ui/toast';
import type { ShownStaffChange } from '@/lib/staff';
import { changeSentence } from './words';

export interface StaffRights {
  readonly personId: string;
  readonly mayChange: boolean;
}

interface OpenChangeProps {
  readonly change: ShownStaffChange;
  readonly rights: StaffRights;
  readonly act: (verb: string) => Promise<unknown>;
}

/** Why this person cannot confirm it; undefined when he can. */
function obstacle({ change, rights }: Pick<OpenChangeProps, 'change' | 'rights'>): string | undefined {
  if (!rights.mayChange) return 'Two admins decide about staff.';
  if (change.proposed_by?.id === rights.personId) return 'You proposed it; an admin other than you confirms it.';
  if (change.person?.id === rights.personId) return 'It is about you; another admin confirms it.';
  return undefined;
} // prettier-ignore

const consequences = {
  invite: 'A link goes out by mail at once. It works once, for a day.',
  change_role: 'The role counts within a second, everywhere. What was proved under the old one is void.',
  remove: 'Every session of this person ends within a second. What he did stays on record.',
} as const;

/** A proposal that waits for its second admin. */
export function OpenChange({ change, rights, act }: OpenChangeProps) {
  const notice = useNotice();
  const withStepUp = useStepUp();
  const sentence = changeSentence(change);
  const why = obstacle({ change, rights });
  return (
    <Card className="space-y-3 border-caution/40">
      <h3 className="font-semibold wrap-anywhere">{sentence}</h3>
      <p className="text-ink-soft wrap-anywhere">“{change.reason}”</p>
      <p className="text-13 text-ink-muted">
        {change.proposed_by?.name}, <DateTime at={change.proposed} />
      </p>
      {why !== undefined && <p className="text-13 text-ink-soft">{why}</p>}
      {rights.mayChange && (
        <div className="flex flex-wrap items-center gap-2">
          {why === undefined && (
            <ConfirmDialog
              trigger={<Button variant="primary">Confirm</Button>}
              title={`${sentence}?`}
              description={consequences[change.kind]}
              confirmLabel="Confirm"
              pendingLabel="Confirming"
              onConfirm={async () => {
                await withStepUp(() => act(`${change.id}/confirm`));
                notice({ title: 'Confirmed', text: consequences[change.kind] });
              }}
            />
          )}
          <ConfirmDialog
            danger="simple"
            trigger={<Button variant="quiet">Withdraw proposal</Button>}
            title="Withdraw this proposal?"
            description="Everybody stays what he is."
            confirmLabel="Withdraw proposal"
            pendingLabel="Withdrawing"
            onConfirm={async () => {
              await act(`${change.id}/withdraw`);
              notice({ title: 'Withdrawn' });
            }}
          />
        </div>
      )}
    </Card>
  );
}
