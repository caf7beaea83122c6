// Verifies a delivery before a receiver believes it. Web Crypto only: Node, Deno, Bun, browsers and edge workers alike.
import type { components } from './generated/partner-v1';

export type PartnerEvent = components['schemas']['Event'];

export type WebhookFault = 'header_missing' | 'header_malformed' | 'outside_tolerance' | 'signature_mismatch';

/** The delivery is not to be believed: answer 400 and do nothing. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
  readonly fault: WebhookFault;

  constructor(fault: WebhookFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyOptions {
  /** How far the signed time may be from now, either way. Default 300. */
  readonly toleranceSeconds?: number;
  /** Milliseconds since 1970. Default: the clock. */
  readonly now?: () => number;
}

interface SignedDelivery {
  readonly timestamp: string;
  readonly signatures: readonly Bytes[];
  /** What the signature covers, in front of the body. */
  readonly prefix: string;
  readonly key: Bytes;
}

type Bytes = Uint8Array<ArrayBuffer>;

const text = new TextEncoder();
const malformed = (header: string) =>
  new WebhookVerificationError('header_malformed', `The header ${header} cannot be read.`);

function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const found = Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
  return typeof found === 'string' ? found : found?.join(',');
}

function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function fromBase64(encoded: string): Bytes {
  return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
}

/** `Credicorp-Signature: t=…,v1=…`: over `t.body`, the whole secret as key. */
function ownSignature(header: string, secret: string): SignedDelivery {
  const parts = header.split(',').map((part) => part.trim());
  const timestamp = parts.find((part) => part.startsWith('t='))?.slice(2) ?? '';
  const signatures = parts
    .filter((part) => /^v1=[0-9a-f]{64}$/.test(part))
    .map((part) => fromHex(part.slice(3)));
  if (!/^\d{1,12}$/.test(timestamp) || signatures.length === 0) throw malformed('Credicorp-Signature');
  return { timestamp, signatures, prefix: `${timestamp}.`, key: Uint8Array.from(text.encode(secret)) };
}

/** Standard Webhooks: over `id.t.body`, the decoded secret as key. */
function standardSignature(header: string, headers: WebhookHeaders, secret: string): SignedDelivery {
  const id = headerOf(headers, 'webhook-id') ?? '';
  const timestamp = headerOf(headers, 'webhook-timestamp') ?? '';
  const signatures = header
    .split(' ')
    .filter((part) => /^v1,[A-Za-z0-9+/]{43}=$/.test(part))
    .map((part) => fromBase64(part.slice(3)));
  if (id === '') throw malformed('webhook-id');
  if (!/^\d{1,12}$/.test(timestamp)) throw malformed('webhook-timestamp');
  if (signatures.length === 0) throw malformed('webhook-signature');
  const key = fromBase64(secret.replace(/^whsec_/, ''));
  return { timestamp, signatures, prefix: `${id}.${timestamp}.`, key };
}

function signedDelivery(headers: WebhookHeaders, secret: string): SignedDelivery {
  const own = headerOf(headers, 'credicorp-signature');
  if (own !== undefined) return ownSignature(own, secret);
  const standard = headerOf(headers, 'webhook-signature');
  if (standard !== undefined) return standardSignature(standard, headers, secret);
  throw new WebhookVerificationError(
    'header_missing',
    'There is no Credicorp-Signature and no webhook-signature.',
  );
}

/**
 * The event of a delivery, once its signature and time are known to be good. Reads `Credicorp-Signature`, or the
 * headers of Standard Webhooks when there is none. While a secret is being rotated both the old and the new one verify.
 *
 * @param body exactly the bytes that came; parsing and printing JSON again changes them.
 * @param secret the endpoint's `whsec_…`
 * @throws WebhookVerificationError; signatures are compared in constant time.
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string,
  { toleranceSeconds = 300, now = Date.now }: VerifyOptions = {},
): Promise<PartnerEvent> {
  const { timestamp, signatures, prefix, key } = signedDelivery(headers, secret);
  if (Math.abs(now() / 1000 - Number(timestamp)) > toleranceSeconds) {
    throw new WebhookVerificationError(
      'outside_tolerance',
      'The delivery was signed too long ago, or in the future.',
    );
  }
  const payload = typeof body === 'string' ? text.encode(body) : body;
  const signed = Uint8Array.from([...text.encode(prefix), ...payload]);
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
  const verdicts = await Promise.all(
    signatures.map((signature) => crypto.subtle.verify('HMAC', hmac, signature, signed)),
  );
  if (!verdicts.includes(true)) {
    throw new WebhookVerificationError(
      'signature_mismatch',
      'No signature was made with this secret over this body.',
    );
  }
  return JSON.parse(new TextDecoder().decode(payload)) as PartnerEvent;
}
