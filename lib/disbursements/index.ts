// Disbursements (contract §8): the loan's money, asked for by a token, released by two people and nobody else.
export { approveDisbursement } from './approve';
export { cancelDisbursement, cancelForWithdrawal } from './cancel';
export { checkPayee } from './check-payee';
export type { Difference, EvidenceCard, EvidenceCardName, EvidenceVerdict } from './evidence';
export { nextDisbursementEnd } from './due';
export { expireDisbursement, expireDisbursements } from './expire';
export { holdDisbursement, rejectDisbursement, resumeDisbursement } from './hold';
export {
  confirmLimits,
  proposeLimits,
  readLimits,
  withdrawLimits,
  type Limits,
  type ProposeLimitsInput,
} from './limits';
export { listDisbursements } from './list';
export { readPaymentOrder, type PaymentOrder } from './payment-order';
export {
  approveSchema,
  callBackSchema,
  holdSchema,
  proposeLimitsSchema,
  askReleasePasskeySchema,
  proveReleaseByPasskeySchema,
  proveReleaseSchema,
  queueQuerySchema,
  rejectSchema,
  releaseSchema,
  resumeSchema,
  stopSchema,
} from './officer-schemas';
export type { Flag } from './flags';
export type { OfficerAct, OfficerContext } from './officers';
export { playOfficers } from './play-officers';
export { askReleasePasskey, proveRelease } from './prove-release';
export { countMoneyOutForMe, listMoneyOutQueue, type QueueItem, type QueuePage } from './queue';
export { markFailed, markSent, markUnknown, returnByBank, settleDisbursement } from './rail-outcome';
export { readDisbursement } from './read';
export { readDisbursementForStaff, type Permission, type StaffView } from './read-for-staff';
export { holdReasons, rejectReasons, type HoldReason, type RejectReason } from './reasons';
export { recordPayeeCallBack } from './record-call-back';
export { releaseDisbursement, releaseSubject, type ReleaseSubject, type SpendProof } from './release';
export { queueViews, type QueueView } from './repository/queue';
export { requestDisbursement } from './request';
export { resumePayeeChecks } from './resume-payee-checks';
export type { Refusal, Rule } from './rules';
export {
  disbursementSchema,
  listDisbursementsSchema,
  requestDisbursementSchema,
  type Disbursement,
} from './schemas';
export type { DisbursementStatus, PayeeCheck } from './state';
export { confirmStart, proposeStart, readStops, stopMoneyOut, type MoneyOutStop } from './stop';
export {
  showHeldStops,
  showLimits,
  showStopPage,
  type ShownLimits,
  type ShownLimitsVersion,
  type ShownStop,
  type ShownStopPage,
} from './show-controls';
export {
  showDisbursementForStaff,
  showMoneyOutQueue,
  type ShownDisbursement,
  type ShownQueue,
  type ShownQueueItem,
} from './show-for-staff';
