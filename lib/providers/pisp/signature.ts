// The signature of a callback: `Pisp-Signature: t=<unix>,v1=<hex>`, HMAC-SHA-256 over provider, time and raw body.
import { sign, signatureMatches } from '@/lib/crypto';

/** How old a callback may be, and how far in the future; a retry is signed anew. */
const toleranceSeconds = 300;

function mac(provider: string, time: number, body: string): Buffer {
  return sign('pisp-callback', `${provider}.${time}.${body}`);
}

/** The header's value for `body`, signed at `time` (seconds since 1970, real time). */
export function signCallback(provider: string, body: string, time = Math.floor(Date.now() / 1_000)): string {
  return `t=${time},v1=${mac(provider, time, body).toString('hex')}`;
}

/** Whether `signature` was made by this provider over exactly this body, and not long ago. */
export function isCallbackSignature(
  provider: string,
  { signature, body }: { readonly signature: string; readonly body: string },
  now = Math.floor(Date.now() / 1_000),
): boolean {
  const match = /^t=([1-9][0-9]{0,11}),v1=([0-9a-f]{64})$/.exec(signature);
  if (!match) return false;
  const time = Number(match[1]);
  const given = Buffer.from(match[2] as string, 'hex');
  // Compared first, so that the time tells nothing about the key.
  return signatureMatches(given, mac(provider, time, body)) && Math.abs(now - time) <= toleranceSeconds;
}
