// Disbursements (contract §8): the loan's money, asked for by a token, released by two people and nobody else.
export { cancelDisbursement, cancelForWithdrawal } from './cancel';
export { checkPayee } from './check-payee';
export { nextDisbursementEnd } from './due';
export { expireDisbursement, expireDisbursements } from './expire';
export { listDisbursements } from './list';
export { readPaymentOrder, type PaymentOrder } from './payment-order';
export { markFailed, markSent, markUnknown, returnByBank, settleDisbursement } from './rail-outcome';
export { readDisbursement } from './read';
export { requestDisbursement } from './request';
export { resumePayeeChecks } from './resume-payee-checks';
export {
  disbursementSchema,
  listDisbursementsSchema,
  requestDisbursementSchema,
  type Disbursement,
} from './schemas';
