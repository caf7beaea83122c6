// Signatures of one attempt, in both families of headers (contract §9): ours over `t.body` with the whole secret as
// key, and Standard Webhooks over `id.t.body` with the decoded one.
import { createHmac } from 'node:crypto';

export interface SignedMessage {
  readonly eventId: string;
  readonly deliveryId: string;
  /** Exactly the bytes that are sent. */
  readonly body: string;
  /** Unix seconds, real time: receivers compare it with their own clock. */
  readonly timestamp: number;
  /** Newest first; two during the overlap of a rotation. */
  readonly secrets: readonly string[];
}

const prefix = /^whsec_/;

function ours(secret: string, { timestamp, body }: SignedMessage): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

function standard(secret: string, { eventId, timestamp, body }: SignedMessage): string {
  const key = Buffer.from(secret.replace(prefix, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${eventId}.${timestamp}.${body}`).digest('base64')}`;
}

/** The headers that carry the signatures. */
export function signatureHeaders(message: SignedMessage): Record<string, string> {
  const { eventId, deliveryId, timestamp, secrets } = message;
  return {
    'Credicorp-Signature': [`t=${timestamp}`, ...secrets.map((secret) => ours(secret, message))].join(','),
    'Credicorp-Delivery': deliveryId,
    'webhook-id': eventId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map((secret) => standard(secret, message)).join(' '),
  };
}
