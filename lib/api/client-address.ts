// The caller's address, believed only as far as our own proxies vouch for it (contract §4).
import { environment } from '@/lib/env';
import { currentConnection } from './connection';

/** IPv4 inside IPv6 is the same caller as plain IPv4. */
function normalise(address: string): string {
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}

/**
 * The address to meter by. With `TRUSTED_HOPS` = n the n-th value from the right of `X-Forwarded-For` is
 * what our outermost proxy saw; with 0 the header is ignored.
 */
export function clientAddress(request: Request): string {
  const hops = environment().trustedHops;
  const socketAddress = normalise(currentConnection()?.remoteAddress ?? 'unknown');
  if (hops === 0) return socketAddress;
  const forwarded = (request.headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const claimed = forwarded[forwarded.length - hops];
  return claimed ? normalise(claimed) : socketAddress;
}
