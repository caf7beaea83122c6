// The limits of live money-out: one administrator proposes, another confirms (product §2). Exact because a release counts
// what the day has seen while it holds the day's lock, and a new limit waits for every release under way.
import { ApiError } from '@/lib/core/errors';
import { fieldError } from '@/lib/core/field-errors';
import { controlAct } from './control-act';
import type { OfficerContext } from './officers';
import { MoneyOutRefused } from './refused';
import { endProposal, insertLimits, listLimits, type LimitsRow } from './repository/controls';

export interface Limits {
  readonly version: number;
  readonly perItemPence: number;
  readonly perPersonDayPence: number;
  readonly perPartnerDayPence: number;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
}

function toLimits(row: LimitsRow): Limits {
  return {
    ...row,
    perItemPence: Number(row.perItemPence),
    perPersonDayPence: Number(row.perPersonDayPence),
    perPartnerDayPence: Number(row.perPartnerDayPence),
  };
}

/** The limits in force, the open proposal if there is one, and every version, newest first. */
export async function readLimits(): Promise<{
  readonly inForce: Limits;
  readonly proposed: Limits | null;
  readonly versions: readonly Limits[];
}> {
  const versions = (await listLimits()).map(toLimits);
  const inForce = versions.find(({ confirmedAt }) => confirmedAt !== null);
  if (!inForce) throw new Error('An installation has limits in force');
  const isOpen = ({ confirmedAt, withdrawnAt }: Limits) => confirmedAt === null && withdrawnAt === null;
  return { inForce, proposed: versions.find(isOpen) ?? null, versions };
}

const roles = ['admin'] as const;

export interface ProposeLimitsInput {
  readonly perItemPence: number;
  readonly perPersonDayPence: number;
  readonly perPartnerDayPence: number;
  readonly reason: string;
}

/** @throws ApiError `invalid_state` while another proposal is open, `invalid_value`; MoneyOutRefused. */
export function proposeLimits(call: {
  readonly ctx: OfficerContext;
  readonly input: ProposeLimitsInput;
}): Promise<Limits> {
  const { perItemPence, perPersonDayPence, perPartnerDayPence, reason } = call.input;
  return controlAct({ ctx: call.ctx, act: 'money_out.propose_limits', roles }, async (tx, personId, now) => {
    if (perItemPence > Math.min(perPersonDayPence, perPartnerDayPence)) {
      throw fieldError('invalid_value', 'per_item_pence', 'One payment cannot be larger than a day allows.');
    }
    const versions = await listLimits(tx);
    if (versions.some(({ confirmedAt, withdrawnAt }) => !confirmedAt && !withdrawnAt)) {
      throw new ApiError('invalid_state', {
        message: 'A proposal is open: confirm or withdraw it first.',
      });
    }
    const row = await insertLimits(
      {
        perItemPence: BigInt(perItemPence),
        perPersonDayPence: BigInt(perPersonDayPence),
        perPartnerDayPence: BigInt(perPartnerDayPence),
        reason,
        proposedBy: personId,
        proposedAt: now,
      },
      tx,
    );
    return { objectId: `limits_${row.version}`, detail: { ...call.input }, result: toLimits(row) };
  });
}

interface OnProposal {
  readonly ctx: OfficerContext;
  readonly input: { readonly version: number };
}

async function endOpen(
  tx: Parameters<typeof endProposal>[2],
  version: number,
  end: Parameters<typeof endProposal>[1],
): Promise<Limits> {
  if (!(await endProposal(version, end, tx))) {
    throw new ApiError('invalid_state', { message: 'This proposal is no longer open.' });
  }
  const row = (await listLimits(tx)).find((one) => one.version === version);
  if (!row) throw new ApiError('resource_not_found');
  return toLimits(row);
}

/** In force from the commit on. @throws MoneyOutRefused for whoever proposed it; ApiError `invalid_state`. */
export function confirmLimits({ ctx, input }: OnProposal): Promise<Limits> {
  return controlAct({ ctx, act: 'money_out.confirm_limits', roles }, async (tx, personId, now) => {
    const proposal = (await listLimits(tx)).find(({ version }) => version === input.version);
    if (proposal?.proposedBy === personId) {
      throw new MoneyOutRefused({
        rule: 'same_person',
        sentence: 'You proposed these limits; a second administrator confirms them.',
        whoCan: 'An administrator other than you.',
      });
    }
    const result = await endOpen(tx, input.version, { confirmedBy: personId, confirmedAt: now });
    return { objectId: `limits_${input.version}`, detail: { proposed_by: result.proposedBy }, result };
  });
}

/** @throws MoneyOutRefused; ApiError `invalid_state` when it is no longer open. */
export function withdrawLimits({ ctx, input }: OnProposal): Promise<Limits> {
  return controlAct({ ctx, act: 'money_out.withdraw_limits', roles }, async (tx, personId, now) => {
    const result = await endOpen(tx, input.version, { withdrawnBy: personId, withdrawnAt: now });
    return { objectId: `limits_${input.version}`, detail: {}, result };
  });
}
