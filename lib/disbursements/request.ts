// Asks for the money of an accepted offer (contract §8). It moves nothing: two people of the lender do.
import { assert } from '@/lib/core/assert';
import { isSameCompanyName } from '@/lib/core/company-name';
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { fieldError } from '@/lib/core/field-errors';
import { newId } from '@/lib/core/ids';
import { invalidState } from '@/lib/core/transition';
import { lockForMoneyOut, noteDisbursement } from '@/lib/applications';
import { recordAudit } from '@/lib/audit';
import { isUniqueViolation } from '@/lib/db';
import { findOffer } from '@/lib/decisions';
import { recordEvent } from '@/lib/webhooks';
import { sealPayee, type Payee } from './payee';
import {
  findLiveDisbursement,
  insertDisbursement,
  liveIndex,
  type DisbursementRow,
} from './repository/disbursements';
import { requestPayeeCheck } from './request-payee-check';
import type { Disbursement, RequestDisbursementInput } from './schemas';
import { toDisbursement } from './serialize';
import { lastsMs } from './state';

interface RequestDisbursement {
  readonly ctx: WriteContext;
  readonly input: RequestDisbursementInput;
}

type ApplicationRow = Awaited<ReturnType<typeof lockForMoneyOut>>;

function payeeOf({ payee }: RequestDisbursementInput): Payee {
  return {
    accountName: payee.account_name,
    sortCode: payee.sort_code.replaceAll(/[ -]/g, ''),
    accountNumber: payee.account_number,
  };
}

/** Money goes to the borrower alone, under the name that the registry holds. */
function requireOwnAccount(payee: Payee, { companyName }: ApplicationRow): void {
  if (companyName !== null && isSameCompanyName(payee.accountName, companyName)) return;
  throw fieldError(
    'payee_not_verified',
    'payee.account_name',
    'The account name must be the borrower’s registered name.',
  );
}

async function acceptedAmount(row: ApplicationRow, ctx: WriteContext): Promise<number> {
  assert(row.acceptedOfferId, 'an accepted application names its offer');
  const found = await findOffer(row.id, row.acceptedOfferId, ctx.tx);
  assert(found, 'an accepted offer was made');
  return found.offer.amount_pence;
}

function newRow(
  call: RequestDisbursement,
  application: ApplicationRow,
  amountPence: number,
): DisbursementRow {
  const { ctx, input } = call;
  const id = newId('dsb');
  const now = ctx.clock.now();
  return {
    id,
    projectId: ctx.project.id,
    partnerId: ctx.project.partnerId,
    livemode: ctx.project.livemode,
    applicationId: application.id,
    offerId: application.acceptedOfferId as string,
    status: 'requested',
    version: 1,
    amountPence,
    ...sealPayee(id, payeeOf(input)),
    payeeCheck: 'pending',
    payeeNameAtBank: null,
    payeeCheckedAt: null,
    reference: input.reference ?? application.reference,
    metadata: input.metadata ?? null,
    approvalRound: 0,
    snapshotSha256: null,
    approvedBy: null,
    approvedAt: null,
    approvalExpiresAt: null,
    releasedBy: null,
    releasedAt: null,
    releaseDay: null,
    sentAt: null,
    settledAt: null,
    returnedAt: null,
    reasonCode: null,
    internalNote: null,
    partnerNote: null,
    failureCode: null,
    returnCode: null,
    createdAt: now,
    updatedAt: now,
    expiresAt: new Date(now.getTime() + lastsMs.request),
  };
}

async function insertOnce(row: DisbursementRow, ctx: WriteContext): Promise<void> {
  try {
    await insertDisbursement(row, ctx.tx);
  } catch (error) {
    if (isUniqueViolation(error, liveIndex)) throw new ApiError('duplicate_disbursement');
    throw error;
  }
}

/**
 * @throws ApiError `resource_not_found` for an application that is not the project's own; `duplicate_disbursement`;
 *   `invalid_state` without an accepted offer; `payee_not_verified` for any name but the borrower's.
 */
export async function requestDisbursement(call: RequestDisbursement): Promise<Disbursement> {
  const { ctx, input } = call;
  const application = await lockForMoneyOut(ctx.project.id, input.application_id, ctx.tx);
  if (await findLiveDisbursement(application.id, ctx.tx)) throw new ApiError('duplicate_disbursement');
  if (application.status !== 'accepted') throw invalidState('application', application.status, 'disbursed');
  requireOwnAccount(payeeOf(input), application);
  const row = newRow(call, application, await acceptedAmount(application, ctx));
  const disbursement = toDisbursement(row);
  const { tx, actor, requestId } = ctx;
  await insertOnce(row, ctx);
  await noteDisbursement({ tx, actor, requestId, now: row.createdAt }, application, row.id);
  await recordAudit(tx, {
    stream: row.projectId,
    actor,
    act: 'disbursement.request',
    objectId: row.id,
    requestId,
    detail: { to: row.status, application_id: application.id, amount_pence: row.amountPence },
  });
  await recordEvent(tx, {
    project: { id: row.projectId, livemode: row.livemode },
    type: 'disbursement.requested',
    objectId: row.id,
    object: disbursement,
    createdAt: row.createdAt,
  });
  await requestPayeeCheck(tx, row.id);
  return disbursement;
}
