// Money-out as the dashboard's routes answer it: JSON for the screens, with the names of the people in it.
import { namesOfPeople } from '@/lib/staff';
import { listMoneyOutQueue, type QueueItem } from './queue';
import { readDisbursementForStaff, type StaffView } from './read-for-staff';
import type { QueueView } from './repository/queue';
import { lastsMs } from './state';

const iso = (at: Date | null) => at?.toISOString() ?? null;

function showItem({ partner, companyName, requestedAt, ...item }: QueueItem) {
  return {
    id: item.id,
    status: item.status,
    amount_pence: item.amountPence,
    payee: item.payee,
    payee_check: item.payeeCheck,
    partner,
    company_name: companyName,
    requested: requestedAt.toISOString(),
    /** When it will have waited as long as the service target allows. */
    due: new Date(requestedAt.getTime() + lastsMs.target).toISOString(),
    flags: item.flags,
    evidence_passed: item.evidencePassed,
    approvals: item.approvals,
    mine: item.mine,
  };
}

export type ShownQueueItem = ReturnType<typeof showItem>;

export interface ShownQueue {
  readonly data: readonly ShownQueueItem[];
  readonly next_cursor: string | null;
}

/** @throws ApiError `cursor_invalid`. */
export async function showMoneyOutQueue(call: {
  readonly view: QueueView;
  readonly personId: string;
  readonly cursor?: string | undefined;
}): Promise<ShownQueue> {
  const { items, nextCursor } = await listMoneyOutQueue(call);
  return { data: items.map(showItem), next_cursor: nextCursor };
}

function showRow(row: StaffView['disbursement']) {
  return {
    id: row.id,
    status: row.status,
    version: row.version,
    amount_pence: row.amountPence,
    reference: row.reference,
    project_id: row.projectId,
    partner_id: row.partnerId,
    application_id: row.applicationId,
    payee_check: row.payeeCheck,
    approval_round: row.approvalRound,
    snapshot_sha256: row.snapshotSha256,
    approved_by: row.approvedBy,
    approved: iso(row.approvedAt),
    approval_expires: iso(row.approvalExpiresAt),
    released_by: row.releasedBy,
    released: iso(row.releasedAt),
    sent: iso(row.sentAt),
    settled: iso(row.settledAt),
    returned: iso(row.returnedAt),
    reason_code: row.reasonCode,
    internal_note: row.internalNote,
    partner_note: row.partnerNote,
    failure_code: row.failureCode,
    return_code: row.returnCode,
    created: row.createdAt.toISOString(),
    updated: row.updatedAt.toISOString(),
    expires: iso(row.expiresAt),
  };
}

/** Everybody the page names: the officers, and who called the payee back. */
function peopleIn({ approvals, disbursement, evidence }: StaffView): string[] {
  const callBacks = evidence.find(({ card }) => card === 'payee')?.facts['call_backs'];
  const recorders = (callBacks as readonly { readonly recorded_by: string }[]).map((one) => one.recorded_by);
  const officers = [disbursement.approvedBy, disbursement.releasedBy].filter((id) => id !== null);
  return [...approvals.map(({ personId }) => personId), ...officers, ...recorders];
}

/** @throws ApiError `resource_not_found`, also for a sandbox disbursement. */
export async function showDisbursementForStaff(call: { readonly id: string; readonly personId: string }) {
  const view = await readDisbursementForStaff(call);
  return {
    disbursement: showRow(view.disbursement),
    partner_name: view.partnerName,
    payee: view.payee,
    name_at_bank: view.nameAtBank,
    evidence: view.evidence,
    flags: view.flags,
    usual_pence: view.usualPence,
    differences: view.differences,
    needs_reason: view.needsReason,
    permissions: view.permissions.map(({ act, allowed, refusal, whoCan }) => ({
      act,
      allowed,
      rule: refusal?.rule ?? null,
      sentence: refusal?.sentence ?? null,
      who_can: refusal?.whoCan ?? null,
      /** Names of staff who could do it now. */
      names: whoCan,
    })),
    approvals: view.approvals.map(({ round, act, personId, factor, reason, createdAt }) => ({
      round,
      act,
      person_id: personId,
      factor,
      reason,
      at: createdAt.toISOString(),
    })),
    /** Name by id. */
    people: await namesOfPeople(peopleIn(view)),
  };
}

export type ShownDisbursement = Awaited<ReturnType<typeof showDisbursementForStaff>>;
