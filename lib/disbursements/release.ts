// The second officer's yes: the gate. A different person, freshly proven for exactly this amount, payee and evidence,
// within the limits of the day, while nothing is stopped (product §2).
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { assert } from '@/lib/core/assert';
import { ApiError } from '@/lib/core/errors';
import type { Transaction } from '@/lib/db';
import { differencesBetween, type Difference, type Evidence } from './evidence';
import { officerAct, type Scene } from './officer-act';
import type { OfficerContext } from './officers';
import { findSnapshot } from './repository/approvals';
import { findTimedDisbursement, type DisbursementRow } from './repository/disbursements';
import { writeSignedRecord } from './sign-record';
import { moveDisbursement } from './transition';
import { ukDay } from './uk-day';

/** What a step-up proof has to be bound to, to release one disbursement as it stands. */
export interface ReleaseSubject {
  readonly act: 'disbursement.release';
  readonly objectId: string;
  /** SHA-256 (32 bytes) of id, amount, payee and snapshot. */
  readonly boundHash: Buffer;
}

/**
 * Spends the officer's step-up proof in the transaction of the release; lib/auth has it.
 *
 * @throws ApiError when the proof is missing, spent, too old, or bound to anything else.
 */
export type SpendProof = (
  tx: Transaction,
  subject: ReleaseSubject,
) => Promise<{ readonly id: string; readonly method: 'totp' | 'passkey' }>;

function subjectOf({ id, amountPence, payeeHash, snapshotSha256 }: DisbursementRow): ReleaseSubject {
  assert(snapshotSha256 !== null, 'an approved disbursement has its snapshot');
  const bound = canonicalize({
    disbursement_id: id,
    amount_pence: amountPence,
    payee_sha256: payeeHash.toString('hex'),
    snapshot_sha256: snapshotSha256,
  }) as string;
  return {
    act: 'disbursement.release',
    objectId: id,
    boundHash: createHash('sha256').update(bound).digest(),
  };
}

/**
 * What the officer's step-up is to be bound to, before he releases.
 *
 * @throws ApiError `resource_not_found`; `invalid_state` unless it is approved.
 */
export async function releaseSubject(id: string): Promise<ReleaseSubject> {
  const row = await findTimedDisbursement(id);
  if (!row) throw new ApiError('resource_not_found');
  if (row.status !== 'approved') {
    throw new ApiError('invalid_state', { message: 'Nobody has approved this disbursement.' });
  }
  return subjectOf(row);
}

async function differencesNow({ locked, evidence, mover }: Scene): Promise<Difference[]> {
  const snapshot = await findSnapshot(locked.row.id, locked.row.approvalRound, mover.tx);
  assert(snapshot, 'an approved disbursement has its snapshot');
  return differencesBetween(JSON.parse(snapshot.evidence) as Evidence, evidence);
}

/** The approval was about something else than what is there now: it is void, and everybody starts again. */
async function voidApproval({ mover, locked }: Scene, differences: readonly Difference[]) {
  const changed = differences.map(({ card, fact }) => `${card}.${fact}`);
  await moveDisbursement(mover, locked, {
    act: 'voided',
    auditDetail: { because: 'evidence changed', changed },
  });
  return {
    refusal: {
      rule: 'evidence_changed',
      sentence: `The evidence changed after the approval (${changed.join(', ')}); the approval is void.`,
      whoCan: 'A reviewer or releaser approves what is there now.',
    },
  } as const;
}

/**
 * Releases: from here on the payer sends the money. Opens its own transaction.
 *
 * @param call.spendProof needed in live; the sandbox's built-in officer has no factor.
 * @throws MoneyOutRefused, ApiError `resource_not_found`, whatever `spendProof` throws.
 */
export function releaseDisbursement(call: {
  readonly ctx: OfficerContext;
  readonly input: { readonly id: string; readonly version?: number | undefined };
  readonly spendProof?: SpendProof;
}): Promise<DisbursementRow> {
  const { ctx, input, spendProof } = call;
  return officerAct({ ctx, act: 'release', ...input }, async (scene) => {
    const { mover, locked, officer } = scene;
    const { row, now } = locked;
    const differences = await differencesNow(scene);
    if (differences.length > 0) return voidApproval(scene, differences);
    assert(!row.livemode || spendProof, 'live money is released with a step-up proof');
    const proof = row.livemode && spendProof ? await spendProof(mover.tx, subjectOf(row)) : null;
    const snapshotSha256 = row.snapshotSha256 as string;
    const said = { act: 'release', round: row.approvalRound, personId: officer.id, snapshotSha256 } as const;
    await writeSignedRecord(row, { ...said, proof, at: now }, mover.tx);
    const released = await moveDisbursement(mover, locked, {
      act: 'released',
      changes: { releasedBy: officer.id, releasedAt: now, releaseDay: ukDay(now) },
      auditDetail: {
        officer: officer.id,
        round: row.approvalRound,
        snapshot_sha256: snapshotSha256,
        proof_id: proof?.id,
        factor: proof?.method,
      },
    });
    return { row: released };
  });
}
