// The sandbox's simulations (contract §10): what banks, providers and time do, at the partner's word.
export { advanceClock } from './clock/advance';
export { resolveDecision } from './decision';
export { simulateDisbursement, type DisbursementSimulation } from './disbursement';
export { simulateIdentityCheck, type IdentityCheckSimulation } from './identity-check';
export { simulatePaymentLink, type PaymentLinkSimulation } from './payment-link';
export {
  advanceClockSchema,
  clockSimulationSchema,
  decisionSimulationSchema,
  disbursementSimulationSchema,
  identityCheckSimulationSchema,
  paymentLinkSimulationSchema,
} from './schemas';
