// Which registry answers for whom. A sandbox never asks a live one, nor the reverse (contract §10).
import { environment } from '@/lib/env';
import { findSandboxCompany } from '../sandbox-companies';
import { ProviderUnavailable } from '../unavailable';
import type { CompanyRegistry } from './port';
import { sandboxRegistry, simulatedLiveRegistry } from './simulated';

const noRegistry: CompanyRegistry = {
  lookUp: async () => {
    throw new ProviderUnavailable('company registry');
  },
};

function liveRegistry(): CompanyRegistry {
  const registry = environment().simulatedLiveProviders ? simulatedLiveRegistry : noRegistry;
  return {
    // The sandbox's companies do not exist in live, whoever answers there.
    lookUp: async (companyNumber, signal) =>
      findSandboxCompany('00000', companyNumber) ? null : registry.lookUp(companyNumber, signal),
  };
}

/** The registry to ask for projects of this mode. */
export function companyRegistry(livemode: boolean): CompanyRegistry {
  return livemode ? liveRegistry() : sandboxRegistry;
}
