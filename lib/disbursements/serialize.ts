// A disbursement as the API shows it: never who of the lender did what.
import { maskedPayee, openPayee } from './payee';
import type { DisbursementRow } from './repository/disbursements';
import type { Disbursement } from './schemas';
import { approvalsOf } from './state';

export function toDisbursement(row: DisbursementRow): Disbursement {
  return {
    id: row.id,
    object: 'disbursement',
    livemode: row.livemode,
    created: row.createdAt.toISOString(),
    updated: row.updatedAt.toISOString(),
    status: row.status,
    application_id: row.applicationId,
    amount_pence: row.amountPence,
    currency: 'GBP',
    payee: maskedPayee(openPayee(row)),
    payee_check: row.payeeCheck,
    progress: { approvals: approvalsOf(row.status), required: 2 },
    partner_note: row.partnerNote,
    reference: row.reference,
    metadata: row.metadata,
  };
}
