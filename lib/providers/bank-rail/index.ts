// Which bank pays out for whom. The sandbox's book and the live one never meet (contract §10).
import { environment } from '@/lib/env';
import { httpBankRail } from './http';
import type { BankRail } from './port';
import { sandboxRail } from './sandbox';

export { endAtSandboxRail, returnForcedAtSandboxRail } from './sandbox';

/** The bank for this book; null when no live bank is configured, and then live money-out stays stopped. */
export function bankRail(livemode: boolean): BankRail | null {
  if (!livemode) return sandboxRail;
  const { bankRailUrl, bankRailToken } = environment();
  return bankRailUrl === undefined
    ? null
    : httpBankRail({ id: 'live', url: bankRailUrl, token: bankRailToken });
}
