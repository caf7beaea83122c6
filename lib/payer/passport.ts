// The release passport: for one payment, what was seen, by whom, with which factor, and what the bank said. Complete
// enough to be judged without this server.
import {
  refusalsOfRelease,
  payeeHash,
  snapshotHash,
  type ReleaseRefusal,
  type SignedApproval,
} from '@/lib/approvals';
import { linkHolds, readAuditOf, type ChainLink } from '@/lib/audit';
import { ApiError } from '@/lib/core/errors';
import { readPaymentOrder } from '@/lib/disbursements';
import { findInstruction, findReleased } from './repository';

export interface ReleasePassport {
  readonly version: 1;
  readonly disbursement: {
    readonly id: string;
    readonly project_id: string;
    readonly livemode: boolean;
    readonly amount_pence: number;
    readonly currency: 'GBP';
    readonly status: string;
    readonly payee_sha256: string;
    readonly snapshot_sha256: string;
  };
  /** What both officers saw. */
  readonly snapshot: unknown;
  readonly approvals: { readonly approve: SignedApproval | null; readonly release: SignedApproval | null };
  /** Null before the payer has claimed it. */
  readonly bank: {
    readonly reference: string;
    readonly rail: string;
    readonly state: string;
    readonly answer: string | null;
    readonly sent_at: string | null;
    readonly concluded_at: string | null;
  } | null;
  /** Sealed audit entries about it, each with its place in the chain. */
  readonly audit: readonly ChainLink[];
}

/** @throws ApiError `resource_not_found`; `invalid_state` when it was never released. */
export async function readReleasePassport(disbursementId: string): Promise<ReleasePassport> {
  const order = await readPaymentOrder(disbursementId);
  if (!order) throw new ApiError('resource_not_found');
  if (order.evidence === null || order.snapshotSha256 === null || order.releasedBy === null)
    throw new ApiError('invalid_state', { message: 'This disbursement was not released.' });
  const instruction = await findInstruction({ disbursementId });
  return {
    version: 1,
    disbursement: {
      id: order.id,
      project_id: order.projectId,
      livemode: order.livemode,
      amount_pence: order.amountPence,
      currency: 'GBP',
      status: order.status,
      payee_sha256: payeeHash(order.payee),
      snapshot_sha256: order.snapshotSha256,
    },
    snapshot: JSON.parse(order.evidence) as unknown,
    approvals: order.approvals,
    bank: instruction && {
      reference: instruction.bankReference,
      rail: instruction.rail,
      state: instruction.state,
      answer: instruction.answer,
      sent_at: instruction.sentAt?.toISOString() ?? null,
      concluded_at: instruction.concludedAt?.toISOString() ?? null,
    },
    audit: await readAuditOf(disbursementId),
  };
}

export type PassportFault = ReleaseRefusal | 'snapshot_changed' | 'audit_changed';

/** What is wrong with a passport; empty when nothing is. Pure: needs only the key that the anchor names. */
export function faultsOfPassport(passport: ReleasePassport, trustedKey?: string): PassportFault[] {
  const { disbursement, approvals, snapshot, audit } = passport;
  const facts = {
    disbursementId: disbursement.id,
    livemode: disbursement.livemode,
    amountPence: disbursement.amount_pence,
    payeeSha256: disbursement.payee_sha256,
    snapshotSha256: disbursement.snapshot_sha256,
  };
  const faults: PassportFault[] = refusalsOfRelease(facts, approvals, trustedKey);
  if (snapshotHash(snapshot) !== disbursement.snapshot_sha256) faults.push('snapshot_changed');
  if (!audit.every(linkHolds)) faults.push('audit_changed');
  return faults;
}

export interface PassportsVerdict {
  readonly checked: number;
  readonly faulty: readonly { readonly disbursementId: string; readonly faults: readonly PassportFault[] }[];
}

/** Checks the passport of every disbursement that was ever released. */
export async function verifyPassports(trustedKey?: string): Promise<PassportsVerdict> {
  const released = await findReleased();
  const faulty: { disbursementId: string; faults: PassportFault[] }[] = [];
  for (const disbursementId of released) {
    const faults = await readReleasePassport(disbursementId).then(
      (passport) => faultsOfPassport(passport, trustedKey),
      (): PassportFault[] => ['approval_missing'],
    );
    if (faults.length > 0) faulty.push({ disbursementId, faults });
  }
  return { checked: released.length, faulty };
}
