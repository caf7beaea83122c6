// The ledger: double entry, append-only, whole pence. A disbursement's money is reserved at its release, posted
// when it arrives, voided when it does not leave, returned when the bank sends it back (product §2).
export { checkLedger, LedgerViolation } from './check';
export { postDisbursement, reserveDisbursement, returnDisbursement, voidDisbursement } from './postings';
export { ledgerBalances, type Balances } from './balances';
export { ledgerStandingOf, type LedgerStanding } from './standing';
export type { LedgerBooking } from './schemas';
