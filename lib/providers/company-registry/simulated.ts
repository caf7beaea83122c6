// A registry that knows the test companies under one prefix.
import { ProviderUnavailable } from '../unavailable';
import { findSandboxCompany, type NumberPrefix } from '../sandbox-companies';
import type { CompanyRegistry, RegisteredCompany } from './port';

function known(prefix: NumberPrefix, companyNumber: string): RegisteredCompany | null {
  const company = findSandboxCompany(prefix, companyNumber);
  return company ? { companyNumber, name: company.name, status: company.status } : null;
}

/** The sandbox's registry: there is no company beside the table's. */
export const sandboxRegistry: CompanyRegistry = {
  lookUp: async (companyNumber) => known('00000', companyNumber),
};

/** Stands in for the live registry: knows the twins, and can say nothing about anyone else. */
export const simulatedLiveRegistry: CompanyRegistry = {
  lookUp: async (companyNumber) => {
    const company = known('ZZ000', companyNumber);
    if (!company) throw new ProviderUnavailable('company registry');
    return company;
  },
};
