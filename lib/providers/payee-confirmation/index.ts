// Which confirmation service answers for whom. A sandbox never asks a live one, nor the reverse (contract §10).
import { environment } from '@/lib/env';
import { ProviderUnavailable } from '../unavailable';
import type { PayeeConfirmation } from './port';
import { simulatedPayeeConfirmation } from './simulated';

const noService: PayeeConfirmation = {
  confirm: async () => {
    throw new ProviderUnavailable('confirmation of payee');
  },
};

/** The service to ask for projects of this mode. */
export function payeeConfirmation(livemode: boolean): PayeeConfirmation {
  return livemode && !environment().simulatedLiveProviders ? noService : simulatedPayeeConfirmation;
}
