// Suspends and resumes a partner account with all of its projects (contract §2). Suspension revokes nothing.
// The database itself tells the control feed of the change, once for each project.
import type { ActContext } from '@/lib/core/context';
import { invalidState } from '@/lib/core/transition';
import { recordAudit } from '@/lib/audit';
import { updateStatus } from './repository';
import { partnerTransitions, type PartnerAct } from './state';

interface Call {
  readonly ctx: ActContext;
  readonly input: {
    readonly partnerId: string;
    /** Why, in the words of whoever does it: it stands in the audit entry. */
    readonly reason?: string;
  };
}

const auditActs: Readonly<Record<PartnerAct, string>> = {
  suspended: 'partner.suspend',
  resumed: 'partner.resume',
};

async function change({ ctx, input }: Call, act: PartnerAct): Promise<void> {
  const { from, to } = partnerTransitions[act];
  if (!(await updateStatus(input.partnerId, from, to, ctx.tx))) {
    throw invalidState('partner', 'in another status', act);
  }
  await recordAudit(ctx.tx, {
    stream: input.partnerId,
    actor: ctx.actor,
    act: auditActs[act],
    objectId: input.partnerId,
    requestId: ctx.requestId,
    ...(input.reason !== undefined && { detail: { reason: input.reason } }),
  });
}

/** Refuses every request of the partner with `account_suspended` within a second. */
export const suspendPartner = (call: Call): Promise<void> => change(call, 'suspended');

/** Lets a suspended partner work again. */
export const resumePartner = (call: Call): Promise<void> => change(call, 'resumed');
