// One act of one officer: in a transaction of its own, judged by the rules with everything locked that they look at, and
// on record also when it is refused.
import type { Actor } from '@/lib/core/actor';
import { ApiError } from '@/lib/core/errors';
import { recordAudit } from '@/lib/audit';
import { withTransaction, type Transaction } from '@/lib/db';
import { readEvidence, type Evidence } from './evidence';
import { sandboxOfficers, type Officer, type OfficerAct, type OfficerContext } from './officers';
import { MoneyOutRefused } from './refused';
import { findTimedDisbursement, type DisbursementRow } from './repository/disbursements';
import { lockDay, passGate, readOfficer } from './repository/situation';
import { refusalsOf, type Refusal } from './rules';
import { readSituation } from './situation';
import { lockDisbursement, type Locked, type Mover } from './transition';

export interface OfficerCall {
  readonly ctx: OfficerContext;
  readonly act: OfficerAct;
  readonly id: string;
  /** Of the disbursement as the officer saw it; left out: whatever it is now. */
  readonly version?: number | undefined;
}

/** What an act finds when it is allowed. */
export interface Scene {
  readonly mover: Mover;
  readonly locked: Locked;
  readonly officer: Officer;
  /** As it stands now, for the round that the act belongs to. */
  readonly evidence: Evidence;
}

/** The act's outcome; a refusal that comes with a change (a void approval, say) is committed before it is thrown. */
export type Outcome = { readonly row: DisbursementRow } | { readonly refusal: Refusal };

async function officerOf(actor: Actor, act: OfficerAct, tx: Transaction): Promise<Officer> {
  if (actor.kind === 'staff') return readOfficer(actor.personId, tx);
  return act === 'release' ? sandboxOfficers.second : sandboxOfficers.first;
}

const stale: Refusal = {
  rule: 'stale',
  sentence: 'It has changed since your page was loaded.',
  whoCan: 'You, once you have looked at it again.',
};

async function prepare({ ctx, act, id, version }: OfficerCall, tx: Transaction): Promise<Scene> {
  const locked = await lockDisbursement({ tx }, id);
  const { row, now } = locked;
  const officer = await officerOf(ctx.actor, act, tx);
  if (act === 'release' && row.livemode) {
    await passGate(tx);
    await lockDay(officer.id, row.partnerId, tx);
  }
  const evidence = await readEvidence(row, act === 'approve' ? row.approvalRound + 1 : row.approvalRound, tx);
  const [refusal] = refusalsOf(act, await readSituation(row, evidence, now, tx), officer);
  if (refusal) throw new MoneyOutRefused(refusal);
  if (version !== undefined && version !== row.version) throw new MoneyOutRefused(stale);
  return { mover: { tx, actor: ctx.actor, requestId: ctx.requestId }, locked, officer, evidence };
}

/** Refused attempts are evidence too; theirs is a transaction of its own, because the act's was rolled back. */
async function recordRefusal({ ctx, act, id }: OfficerCall, error: unknown): Promise<void> {
  if (!(error instanceof ApiError) || error.status >= 500) return;
  const row = await findTimedDisbursement(id);
  if (!row) return;
  const rule = error instanceof MoneyOutRefused ? error.refusal.rule : error.code;
  await withTransaction((tx) =>
    recordAudit(tx, {
      stream: row.projectId,
      actor: ctx.actor,
      act: `disbursement.${act}_refused`,
      objectId: id,
      requestId: ctx.requestId,
      detail: { rule, status: row.status },
    }),
  );
}

/**
 * Runs `work` if no rule stands against it.
 *
 * @throws MoneyOutRefused with the first rule that stands against it; ApiError `resource_not_found`.
 */
export async function officerAct(
  call: OfficerCall,
  work: (scene: Scene) => Promise<Outcome>,
): Promise<DisbursementRow> {
  try {
    const outcome = await withTransaction(async (tx) => work(await prepare(call, tx)));
    if ('row' in outcome) return outcome.row;
    throw new MoneyOutRefused(outcome.refusal);
  } catch (error) {
    await recordRefusal(call, error);
    throw error;
  }
}
