// From a target to the addresses that a connection may go to: resolved once, all checked, nothing asked again.
import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address';
import type { WebhookTarget } from './webhook-url';

export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Every address of a name; empty when it has none. Rejects with the signal's reason when that fires first. */
export type ResolveName = (name: string, signal: AbortSignal) => Promise<readonly string[]>;

/** `forbidden`: an address is not of the public internet. `unresolved`: there is no address to be had just now. */
export type TargetProblem = 'forbidden' | 'unresolved';

export type TargetResolution =
  | { readonly addresses: readonly CheckedAddress[]; readonly problem?: undefined }
  | { readonly problem: TargetProblem };

const loopback = ['127.0.0.1', '::1'];

/**
 * Asks the name servers themselves: the system's look-up reads the hosts file, and its few threads would let one slow
 * name server hold up everybody's deliveries.
 */
export const resolveName: ResolveName = async (name, signal) => {
  signal.throwIfAborted();
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const onAbort = () => resolver.cancel();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    signal.throwIfAborted();
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
};

const checked = (address: string): CheckedAddress => ({ address, family: isIP(address) === 6 ? 6 : 4 });

/** One forbidden address among several spoils the name: whoever answers so is not to be trusted with the others. */
export async function resolveTarget(
  { url, local }: WebhookTarget,
  signal: AbortSignal,
  resolve: ResolveName = resolveName,
): Promise<TargetResolution> {
  if (local) return { addresses: loopback.map(checked) };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await resolve(host, signal) : [host];
  if (addresses.length === 0) return { problem: 'unresolved' };
  if (!addresses.every(isPublicAddress)) return { problem: 'forbidden' };
  return { addresses: addresses.map(checked) };
}
