// The payer: how money really leaves (product §2). It pays what two people released and signed, once, and follows it to
// its end at the bank.
export { catchUpWithBank } from './catch-up';
export { followRail } from './follow';
export { payDisbursement, payOne, type PayResult } from './pay';
export { reconciliationCsv } from './csv';
export { listExceptions, resolveException, type ReconciliationException } from './exceptions';
export {
  faultsOfPassport,
  readReleasePassport,
  verifyPassports,
  type PassportFault,
  type ReleasePassport,
} from './passport';
export { reconcileUnanswered } from './reconcile';
export { assessStart, startPayer } from './start-up';
export { sweepPayments } from './sweep';
export { reconciliationTotals, type ReconciliationTotals } from './totals';
export { bankReference } from './reference';
