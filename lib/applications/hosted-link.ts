// The link to the hosted journey (contract §8).
import { claimedId, isLinkToken, linkToken } from '@/lib/core/link-token';
import { environment } from '@/lib/env';

export function handoffUrl(id: string, nonce: Uint8Array): string {
  return `${environment().appUrl}/apply/${linkToken(id, nonce)}`;
}

/** The application a token claims to be for; undefined when it has not the shape of a token. */
export function claimedApplicationId(token: string): string | undefined {
  return claimedId('app', token);
}

/** Whether `token` is the link of this application, spelled exactly so. */
export function isHostedToken(token: string, id: string, nonce: Uint8Array): boolean {
  return isLinkToken(token, id, nonce);
}
