'use client';
import dynamic from 'next/dynamic';
import type { ReactElement } from 'react';
import { ActDialog } from '../act-dialog';
import type { ProposalForm } from './propose-form';

const ProposeForm = dynamic(() => import('./propose-form'), { ssr: false });

interface ProposeDialogProps extends ProposalForm {
  readonly trigger: ReactElement;
}

const descriptions = {
  invite:
    'Nothing happens until a second admin confirms. Then a link goes out by mail, good once and for a day.',
  change_role:
    'Nothing changes until a second admin confirms. What was proved under the old role is void then.',
  remove:
    'Nothing changes until a second admin confirms. Then every session of this person ends within a second.',
} as const;

function titleOf({ kind, member }: ProposalForm): string {
  if (kind === 'invite') return 'Invite a colleague';
  return kind === 'change_role' ? `Change the role of ${member?.name}` : `Remove ${member?.name} from staff`;
}

/** Proposes one change of staff. */
export function ProposeDialog({ trigger, ...form }: ProposeDialogProps) {
  return (
    <ActDialog trigger={trigger} title={titleOf(form)} description={descriptions[form.kind]}>
      {(close) => <ProposeForm {...form} close={close} />}
    </ActDialog>
  );
}
