// Providers outside the house, behind ports, with deterministic stand-ins for the sandbox (contract §10).
export { ask } from './ask';
export { bureau } from './bureau';
export type { Bureau, BureauAnswer, BureauReport } from './bureau/port';
export { companyRegistry } from './company-registry';
export type { CompanyRegistry, CompanyStatus, RegisteredCompany } from './company-registry/port';
export { ProviderUnavailable } from './unavailable';
