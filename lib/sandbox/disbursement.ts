// Plays the two officers, the payer and the bank: the same verbs, the same signed records, the sandbox's own book at the
// bank (contract §10).
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { invalidState } from '@/lib/core/transition';
import {
  checkPayee,
  playOfficers,
  readDisbursement,
  type Disbursement,
  type DisbursementStatus,
} from '@/lib/disbursements';
import { bankReference, catchUpWithBank, payOne } from '@/lib/payer';
import { endAtSandboxRail, returnForcedAtSandboxRail } from '@/lib/providers';
import { requireSandbox } from './require-sandbox';
import { simulate, type Simulation } from './simulate';

export type DisbursementSimulation = 'release' | 'settle' | 'return';

interface Walk {
  readonly ctx: Context;
  readonly disbursement: Disbursement;
  readonly signal: AbortSignal;
}
type Leg = (walk: Walk) => Promise<void>;

/** While the worker is at it, which a release has called, we look again so soon. */
const lookAgainMs = 25;

/** The bank answers about the payee, then both officers say yes. */
const officers: Leg = async ({ ctx, disbursement: { id, payee_check: check }, signal }) => {
  if (check === 'pending') await checkPayee({ disbursementId: id }, { signal, attempt: 1 });
  await playOfficers({ ctx, input: { id } });
};

/** The payer sends it, if the worker has not taken it up by now. */
const send: Leg = async ({ disbursement: { id }, signal }) => {
  const result = await payOne(id, { signal });
  if (result === 'taken' || result === 'stopped') await pause(lookAgainMs);
};

const sendAsForced: Leg = async (walk) => {
  await send(walk);
  await returnIfForced(walk);
};

const returnIfForced: Leg = async ({ disbursement: { id }, signal }) => {
  if (await returnForcedAtSandboxRail(bankReference(id))) await catchUpWithBank(id, signal);
};

/** A silent bank is asked. */
const reconcile: Leg = async ({ disbursement: { id }, signal }) => {
  if (!(await catchUpWithBank(id, signal))) await pause(lookAgainMs);
};

const end =
  (state: 'settled' | 'returned'): Leg =>
  async ({ disbursement: { id }, signal }) => {
    await endAtSandboxRail(bankReference(id), state);
    await catchUpWithBank(id, signal);
  };

interface Route {
  /** By its participle, for the refusal. */
  readonly act: string;
  readonly ends: readonly DisbursementStatus[];
  readonly legs: Partial<Record<DisbursementStatus, Leg>>;
}

const routes: Readonly<Record<DisbursementSimulation, Route>> = {
  release: {
    act: 'released',
    // A silent bank leaves it unknown; the payer asks the bank by itself within a minute.
    ends: ['sent', 'unknown', 'settled', 'failed', 'returned'],
    legs: { requested: officers, approved: officers, released: sendAsForced },
  },
  settle: {
    act: 'settled',
    ends: ['settled'],
    legs: {
      requested: officers,
      approved: officers,
      released: send,
      unknown: reconcile,
      sent: end('settled'),
    },
  },
  return: {
    act: 'returned',
    ends: ['returned'],
    legs: {
      requested: officers,
      approved: officers,
      released: send,
      unknown: reconcile,
      sent: end('returned'),
      settled: end('returned'),
    },
  },
};

/**
 * Brings a disbursement to where `act` says; `release` to `sent`, or to what its payee forces.
 *
 * @throws ApiError `sandbox_only`, `resource_not_found`, `payee_not_verified` for a `no_match` payee, `invalid_state`
 *   where no way leads there.
 */
export async function simulateDisbursement(call: {
  readonly ctx: Context;
  readonly input: { readonly id: string; readonly act: DisbursementSimulation };
}): Promise<Simulation<Disbursement>> {
  const { ctx, input } = call;
  requireSandbox(ctx);
  const { act, ends, legs } = routes[input.act];
  const { application_id: applicationId } = await readDisbursement({ ctx, input });
  const walk = async (signal: AbortSignal) => {
    let disbursement = await readDisbursement({ ctx, input });
    do {
      const leg = legs[disbursement.status];
      if (!leg) throw invalidState('disbursement', disbursement.status, act);
      if (signal.aborted) throw new ApiError('temporarily_unavailable', { retryAfterSeconds: 1 });
      await leg({ ctx, disbursement, signal });
      disbursement = await readDisbursement({ ctx, input });
    } while (!ends.includes(disbursement.status));
    return disbursement;
  };
  return simulate({ ctx, objectIds: [input.id, applicationId], walk });
}
