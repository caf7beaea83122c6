// Signing secrets of endpoints: made here, shown once, encrypted at rest and bound to their endpoint (contract §9).
import { randomBytes } from 'node:crypto';
import { decrypt, encrypt } from '@/lib/crypto';

const secretBytes = 32;

/** How long the old secret signs beside the new one after a rotation. */
export const overlapMs = 24 * 3_600_000;

/** `whsec_` and 32 random bytes in padded standard base64. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(secretBytes).toString('base64')}`;
}

/** The secret as the database keeps it for endpoint `endpointId`. */
export function sealSecret(endpointId: string, secret: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(encrypt('webhook-secret', secret, endpointId));
}

/** Undoes `sealSecret`. @throws Error when it was changed, or belongs to another endpoint. */
export function openSecret(endpointId: string, sealed: Uint8Array): string {
  return decrypt('webhook-secret', sealed, endpointId).toString('utf8');
}
