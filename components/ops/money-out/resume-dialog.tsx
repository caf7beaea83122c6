'use client';
import type { ReactElement } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useNotice } from '@/components/ui/toast';
import type { ShownDisbursement } from '@/lib/disbursements';
import { useOfficerAct } from './use-money-out';

export function ResumeDialog({ shown, trigger }: { shown: ShownDisbursement; trigger: ReactElement }) {
  const { id, version } = shown.disbursement;
  const act = useOfficerAct(id);
  const notice = useNotice();
  return (
    <ConfirmDialog
      danger="simple"
      trigger={trigger}
      title="Take this payment off hold?"
      description="It waits for approval again: both officers look at it afresh."
      confirmLabel="Take off hold"
      pendingLabel="Taking off hold"
      onConfirm={async () => {
        await act('resume', { version });
        notice({ title: 'Off hold' });
      }}
    />
  );
}
