// Which bureau answers for whom. A sandbox never asks a live one, nor the reverse (contract §10).
import { environment } from '@/lib/env';
import { ProviderUnavailable } from '../unavailable';
import type { Bureau } from './port';
import { simulatedBureau } from './simulated';

const noBureau: Bureau = {
  report: async () => {
    throw new ProviderUnavailable('bureau');
  },
};

/** The bureau to ask for projects of this mode. */
export function bureau(livemode: boolean): Bureau {
  if (!livemode) return simulatedBureau('00000');
  return environment().simulatedLiveProviders ? simulatedBureau('ZZ000') : noBureau;
}
