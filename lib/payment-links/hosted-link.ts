// The link to the payer's page (contract §8).
import { claimedId, isLinkToken, linkToken } from '@/lib/core/link-token';
import { environment } from '@/lib/env';

export function payUrl(id: string, nonce: Uint8Array): string {
  return `${environment().appUrl}/pay/${linkToken(id, nonce)}`;
}

/** The payment link a token claims to be for; undefined when it has not the shape of a token. */
export function claimedLinkId(token: string): string | undefined {
  return claimedId('plk', token);
}

/** Whether `token` is the link of this object, spelled exactly so. */
export function isPayToken(token: string, id: string, nonce: Uint8Array): boolean {
  return isLinkToken(token, id, nonce);
}
