// Stop alone, start together (product §2): one person stops all money-out or one partner's; two start it again.
import { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { controlAct } from './control-act';
import type { OfficerContext } from './officers';
import { MoneyOutRefused } from './refused';
import {
  findPartnerName,
  findStop,
  insertStop,
  listActiveStops,
  updateStop,
  type StopRow,
} from './repository/controls';

export type MoneyOutStop = StopRow;

/** Stops that hold now. */
export const readStops = (): Promise<MoneyOutStop[]> => listActiveStops();

/**
 * Stops releases and sendings from the commit on. A job of ours may stop too; what holds already is left as it is.
 *
 * @param call.input.partnerId left out: everything.
 * @throws MoneyOutRefused, ApiError `resource_not_found`.
 */
export function stopMoneyOut(call: {
  readonly ctx: OfficerContext;
  readonly input: { readonly partnerId?: string | undefined; readonly reason: string };
}): Promise<MoneyOutStop> {
  const { ctx, input } = call;
  const roles = ['reviewer', 'releaser', 'admin'] as const;
  return controlAct({ ctx, act: 'money_out.stop', roles }, async (tx, personId, now) => {
    const partnerId = input.partnerId ?? null;
    if (partnerId !== null && !(await findPartnerName(partnerId, tx)))
      throw new ApiError('resource_not_found');
    const held = (await listActiveStops(tx)).find((stop) => stop.partnerId === partnerId);
    const stop: StopRow = held ?? {
      id: newId('mos'),
      partnerId,
      reason: input.reason,
      stoppedBy: personId,
      stoppedAt: now,
      startProposedBy: null,
      startProposedAt: null,
      startedBy: null,
      startedAt: null,
    };
    const { id, reason, stoppedBy, stoppedAt } = stop;
    if (!held) await insertStop({ id, partnerId, reason, stoppedBy, stoppedAt }, tx);
    const detail = { reason: input.reason, partner_id: partnerId, held_already: held !== undefined };
    return { objectId: id, detail, result: stop };
  });
}

const startRoles = ['releaser', 'admin'] as const;

interface OnStop {
  readonly ctx: OfficerContext;
  readonly input: { readonly id: string };
}

async function requireHeld(id: string, tx: Parameters<typeof findStop>[1]): Promise<StopRow> {
  const stop = await findStop(id, tx);
  if (!stop) throw new ApiError('resource_not_found');
  if (stop.startedAt !== null) throw new ApiError('invalid_state', { message: 'This stop has ended.' });
  return stop;
}

const ended = () => new ApiError('invalid_state', { message: 'This stop has ended.' });

/** The first of two: proposes to start again. @throws MoneyOutRefused, ApiError. */
export function proposeStart({ ctx, input }: OnStop): Promise<MoneyOutStop> {
  return controlAct({ ctx, act: 'money_out.propose_start', roles: startRoles }, async (tx, personId, now) => {
    const stop = await requireHeld(input.id, tx);
    const proposal = { startProposedBy: personId, startProposedAt: now };
    if (!(await updateStop(stop.id, proposal, tx))) throw ended();
    return { objectId: stop.id, detail: {}, result: { ...stop, ...proposal } };
  });
}

/** The second of two: starts again what another proposed. @throws MoneyOutRefused, ApiError `invalid_state`. */
export function confirmStart({ ctx, input }: OnStop): Promise<MoneyOutStop> {
  return controlAct({ ctx, act: 'money_out.start', roles: startRoles }, async (tx, personId, now) => {
    const stop = await requireHeld(input.id, tx);
    if (stop.startProposedBy === null) {
      throw new ApiError('invalid_state', { message: 'Nobody has proposed to start again.' });
    }
    if (stop.startProposedBy === personId) {
      throw new MoneyOutRefused({
        rule: 'same_person',
        sentence: 'You proposed to start again; a second person confirms it.',
        whoCan: 'A releaser or administrator other than you.',
      });
    }
    const start = { startedBy: personId, startedAt: now };
    if (!(await updateStop(stop.id, start, tx))) throw ended();
    return {
      objectId: stop.id,
      detail: { proposed_by: stop.startProposedBy },
      result: { ...stop, ...start },
    };
  });
}
