// One disbursement as an officer sees it (product §2): evidence, flags, what he may do, and who can when he cannot.
import { ApiError } from '@/lib/core/errors';
import {
  differencesBetween,
  readEvidence,
  type Difference,
  type Evidence,
  type EvidenceCard,
} from './evidence';
import { flagsOf, type Flag } from './flags';
import { officerActs, type Officer, type OfficerAct } from './officers';
import { maskedPayee, openNameAtBank, openPayee } from './payee';
import { findApprovals, findSnapshot, type ApprovalRow } from './repository/approvals';
import { findTimedDisbursement, type TimedRow } from './repository/disbursements';
import { readUsualAmount } from './repository/queue';
import { readOfficer, readStaff } from './repository/situation';
import { refusalsOf, type Refusal, type Situation } from './rules';
import { readSituation } from './situation';

/** Whether one act is open to this person; when it is not, the first rule against it and the names of who can. */
export interface Permission {
  readonly act: OfficerAct;
  readonly allowed: boolean;
  readonly refusal: Refusal | null;
  /** Names of staff who could do it now. */
  readonly whoCan: readonly string[];
}

type Staff = Awaited<ReturnType<typeof readStaff>>;

/** For every act: whether `officer` may, and otherwise why not and who can. */
export function whyNot(situation: Situation, officer: Officer, staff: Staff): Permission[] {
  return officerActs.map((act) => {
    const [refusal] = refusalsOf(act, situation, officer);
    const able = refusal ? staff.filter((other) => refusalsOf(act, situation, other).length === 0) : [];
    return { act, allowed: !refusal, refusal: refusal ?? null, whoCan: able.map(({ name }) => name) };
  });
}

export interface StaffView {
  readonly disbursement: Omit<TimedRow, 'payeeEncrypted' | 'payeeNameAtBank'>;
  readonly partnerName: string;
  readonly payee: ReturnType<typeof maskedPayee>;
  readonly nameAtBank: string | null;
  readonly evidence: readonly EvidenceCard[];
  readonly flags: readonly Flag[];
  /** What nine in ten settled payments of the partner stay within; 0 before the first. */
  readonly usualPence: number;
  /** What is no longer as the first officer approved it; such an approval cannot be released. */
  readonly differences: readonly Difference[];
  readonly permissions: readonly Permission[];
  /** A close match is approved with a reason. */
  readonly needsReason: boolean;
  readonly approvals: readonly Pick<
    ApprovalRow,
    'round' | 'act' | 'personId' | 'factor' | 'reason' | 'createdAt'
  >[];
}

async function differencesOf(row: TimedRow, evidence: Evidence): Promise<Difference[]> {
  if (row.status !== 'approved') return [];
  const snapshot = await findSnapshot(row.id, row.approvalRound);
  return snapshot ? differencesBetween(JSON.parse(snapshot.evidence) as Evidence, evidence) : [];
}

/** @throws ApiError `resource_not_found`, also for a sandbox disbursement: it stands before no officer of ours. */
export async function readDisbursementForStaff(call: {
  readonly id: string;
  readonly personId: string;
}): Promise<StaffView> {
  const row = await findTimedDisbursement(call.id);
  if (!row?.livemode) throw new ApiError('resource_not_found');
  const now = new Date();
  const evidence = await readEvidence(row, row.approvalRound);
  const [situation, staff, officer, partner, approvals, differences] = await Promise.all([
    readSituation(row, evidence, now),
    readStaff(),
    readOfficer(call.personId),
    readUsualAmount(row.partnerId),
    findApprovals(row.id),
    differencesOf(row, evidence),
  ]);
  const { payeeEncrypted: _, payeeNameAtBank: __, ...disbursement } = row;
  return {
    disbursement,
    partnerName: partner?.name ?? row.partnerId,
    payee: maskedPayee(openPayee(row)),
    nameAtBank: openNameAtBank(row),
    evidence: evidence.cards,
    flags: flagsOf(row, evidence, partner?.amountPence ?? 0, now),
    usualPence: partner?.amountPence ?? 0,
    differences,
    permissions: whyNot(situation, officer, staff),
    needsReason: row.payeeCheck === 'close_match',
    approvals: approvals.map(({ round, act, personId, factor, reason, createdAt }) => ({
      round,
      act,
      personId,
      factor,
      reason,
      createdAt,
    })),
  };
}
