// Which payment initiation service answers for whom. A sandbox never asks a live one, nor the reverse (contract §10).
import { environment } from '@/lib/env';
import { ProviderUnavailable } from '../unavailable';
import type { Pisp } from './port';
import { simulatedPisp } from './simulated';

export { signCallback } from './signature';
export { simulatedBankCallback } from './simulated';
export {
  decideAtSimulatedBank,
  disputeAtSimulatedBank,
  findSimulatedBankPayment,
  settleAtSimulatedBank,
  type SimulatedBankDecision,
  type SimulatedBankView,
} from './simulated-bank';

const unavailable = async () => {
  throw new ProviderUnavailable('payment initiation service');
};
const noPisp: Pisp = {
  id: 'none',
  banks: [],
  initiate: unavailable,
  status: unavailable,
  readCallback: () => null,
};

const sandboxPisp = simulatedPisp('sandbox');
const simulatedLivePisp = simulatedPisp('simulated_live');

/** The service to ask for projects of this mode. */
export function pisp(livemode: boolean): Pisp {
  if (!livemode) return sandboxPisp;
  return environment().simulatedLiveProviders ? simulatedLivePisp : noPisp;
}

/** The service whose callbacks come to this path; undefined when there is none. */
export function pispNamed(id: string): Pisp | undefined {
  return [pisp(false), pisp(true)].find((provider) => provider.id === id && provider !== noPisp);
}
