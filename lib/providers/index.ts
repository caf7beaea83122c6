// Providers outside the house, behind ports, with deterministic stand-ins for the sandbox (contract §10).
export { ask } from './ask';
export { bankRail, endAtSandboxRail, returnForcedAtSandboxRail } from './bank-rail';
export { runSimulatedBank } from './bank-rail/simulated/run';
export type {
  BankRail,
  PaymentInstruction,
  RailPayment,
  RailPaymentState,
  SendOutcome,
} from './bank-rail/port';
export { bureau } from './bureau';
export type { Bureau, BureauAnswer, BureauReport } from './bureau/port';
export { companyRegistry } from './company-registry';
export type { CompanyRegistry, CompanyStatus, RegisteredCompany } from './company-registry/port';
export {
  decideAtSimulatedBank,
  disputeAtSimulatedBank,
  findSimulatedBankPayment,
  pisp,
  pispNamed,
  settleAtSimulatedBank,
  signCallback,
  simulatedBankCallback,
  type SimulatedBankDecision,
  type SimulatedBankView,
} from './pisp';
export type { Bank, PaymentOrder, PaymentReport, Pisp, SignedCallback } from './pisp/port';
export { payeeConfirmation } from './payee-confirmation';
export type { PayeeAnswer, PayeeConfirmation, PayeeQuestion } from './payee-confirmation/port';
export { identityProvider } from './identity';
export {
  findingKinds,
  findingResults,
  type Company,
  type Finding,
  type FindingKind,
  type FindingResult,
  type IdentityAnswer,
  type IdentityProvider,
  type IdentityQuestion,
  type Person,
} from './identity/port';
export { simulatedFindings } from './identity/simulated';
export { ProviderUnavailable } from './unavailable';
