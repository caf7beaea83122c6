// Which KYC/AML provider answers for whom. A sandbox never asks a live one, nor the reverse (contract §10).
import { environment } from '@/lib/env';
import { companyRegistry } from '../company-registry';
import { ProviderUnavailable } from '../unavailable';
import type { IdentityProvider } from './port';
import { simulatedIdentityProvider } from './simulated';

const noProvider: IdentityProvider = {
  verify: async () => {
    throw new ProviderUnavailable('identity provider');
  },
};

/** The provider to ask for projects of this mode. */
export function identityProvider(livemode: boolean): IdentityProvider {
  if (livemode && !environment().simulatedLiveProviders) return noProvider;
  return simulatedIdentityProvider(companyRegistry(livemode));
}
