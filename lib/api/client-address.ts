// The caller's address, believed only as far as our own proxies vouch for it (contract §4).
import { isIP } from 'node:net';
import { environment } from '@/lib/env';
import { currentConnection } from './connection';

/** IPv4 inside IPv6 is the same caller as plain IPv4. */
function normalise(address: string): string {
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}

/** The address in one entry of the header: some proxies add a port. Undefined when it is none. */
function parseEntry(entry: string): string | undefined {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
  return isIP(bare) === 0 ? undefined : normalise(bare);
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
  return parseEntry(forwarded[forwarded.length - hops] ?? '') ?? socketAddress;
}
