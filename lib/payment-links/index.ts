// Payment links (contract §8): one payer, one amount, paid from his bank account. Never releases lender money.
export { cancelPaymentLink } from './cancel';
export { createPaymentLink } from './create';
export { nextLapse, nextLinkExpiry } from './due';
export { expirePaymentLink, expirePaymentLinks } from './expire';
export { listPaymentLinks } from './list';
export { payingAttemptId } from './paying-attempt';
export { pollPayment, pollPayments } from './poll';
export { readPaymentLink } from './read';
export { receiveCallback } from './receive-callback';
export {
  createPaymentLinkSchema,
  listPaymentLinksSchema,
  paymentLinkSchema,
  type PaymentLink,
} from './schemas';
export { sendSimulatedCallback } from './simulated-callback';
export { startPayment } from './start';
export type { FailureCode, PaymentLinkStatus } from './state';
export { viewForPayer, type PayerView } from './view';
