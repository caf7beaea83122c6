// The first officer's yes: freezes the evidence he saw and signs for it (product §2).
import canonicalize from 'canonicalize';
import { snapshotHash } from '@/lib/approvals';
import { officerAct } from './officer-act';
import type { OfficerContext } from './officers';
import { insertSnapshot } from './repository/approvals';
import type { DisbursementRow } from './repository/disbursements';
import { writeSignedRecord } from './sign-record';
import { lastsMs } from './state';
import { moveDisbursement } from './transition';

/**
 * Approves. Opens its own transaction.
 *
 * @param call.input.reason why a close match is good enough; needed for one.
 * @throws MoneyOutRefused, ApiError `resource_not_found`.
 */
export function approveDisbursement(call: {
  readonly ctx: OfficerContext;
  readonly input: {
    readonly id: string;
    readonly version?: number | undefined;
    readonly reason?: string | undefined;
  };
}): Promise<DisbursementRow> {
  const { ctx, input } = call;
  return officerAct({ ctx, act: 'approve', ...input }, async ({ mover, locked, officer, evidence }) => {
    const { row, now } = locked;
    const reason = input.reason?.trim() || undefined;
    if (row.payeeCheck === 'close_match' && reason === undefined && row.livemode) {
      return {
        refusal: {
          rule: 'close_match_reason',
          sentence: 'The bank holds the account in a name that is only close.',
          whoCan: 'You, with a reason why it is the borrower’s all the same.',
        },
      };
    }
    const { round } = evidence;
    const snapshotSha256 = snapshotHash(evidence);
    await insertSnapshot(
      {
        disbursementId: row.id,
        round,
        sha256: snapshotSha256,
        evidence: canonicalize(evidence) as string,
        createdAt: now,
      },
      mover.tx,
    );
    const said = {
      act: 'approve',
      round,
      personId: officer.id,
      snapshotSha256,
      proof: null,
      reason,
    } as const;
    await writeSignedRecord(row, { ...said, at: now }, mover.tx);
    const approved = await moveDisbursement(mover, locked, {
      act: 'approved',
      changes: {
        approvalRound: round,
        snapshotSha256,
        approvedBy: officer.id,
        approvedAt: now,
        approvalExpiresAt: new Date(now.getTime() + lastsMs.approval),
      },
      auditDetail: { officer: officer.id, round, snapshot_sha256: snapshotSha256, reason },
    });
    return { row: approved };
  });
}
