// Which addresses a webhook may be sent to: those of the public internet and nothing else (contract §9).
import ipaddr from 'ipaddr.js';

// Public by range, yet answered inside a cloud: Azure's metadata and DNS server.
const innerServices = new Set(['168.63.129.16']);

// RFC 4291 §2.4: the only IPv6 space that is assigned for global unicast.
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** RFC 5214: an IPv4 address tunnelled in the lower half of an otherwise global address. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe;
}

/**
 * Whether `text` is an address of the public internet. Private, loopback, link-local, carrier-grade NAT, multicast,
 * reserved and metadata addresses are not; nor is any IPv6 address that carries an IPv4 one (mapped, compatible,
 * NAT64, 6to4, Teredo, ISATAP), whichever it carries. What is no address is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (text.includes('%')) return false; // a zone: link-local by nature
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return ipaddr.IPv4.parse(text).range() === 'unicast' && !innerServices.has(text);
  }
  if (!ipaddr.IPv6.isValid(text)) return false;
  const address = ipaddr.IPv6.parse(text);
  return address.match(globalUnicast) && address.range() === 'unicast' && !isIsatap(address);
}
