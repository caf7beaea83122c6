// Says which rule a delivery breaks that a receiver refused (product §1 Webhooks). Signatures are made again by sign.ts and
// compared: there is no second formula. Secrets stay here; what goes out is a verdict.
import { timingSafeEqual } from 'node:crypto';
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { readFamily, readHeaders, type Family, type Reading } from './read-signature-headers';
import { endpointPages, findEndpoint, type EndpointRow } from './repository/endpoints';
import { findEvent } from './repository/events';
import { retention } from './retention';
import type { CheckSignatureInput } from './schemas';
import { openSecret } from './secret';
import { eventBody } from './serialize';
import { signatureHeaders } from './sign';

/** Receivers refuse a time further from their own (contract §9). */
export const toleranceSeconds = 300;
const endpointsAtMost = 20;
const excerptLength = 32;

const signatureHeader = { credicorp: 'Credicorp-Signature', standard: 'webhook-signature' } as const;

type Read = Extract<Reading, { verdict: null }>;

interface Signer {
  readonly kind: 'current' | 'previous' | 'ended';
  readonly secret: string;
}

/** Newest first. */
function signersOf(endpoint: EndpointRow): Signer[] {
  const open = (sealed: Buffer) => openSecret(endpoint.id, sealed);
  const signers: Signer[] = [{ kind: 'current', secret: open(endpoint.secret) }];
  if (endpoint.previousSecret && endpoint.previousSecretExpiresAt) {
    const kind = endpoint.previousSecretExpiresAt.getTime() > Date.now() ? 'previous' : 'ended';
    signers.push({ kind, secret: open(endpoint.previousSecret) });
  }
  return signers;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether one of the signatures that came is what `secret` makes of `body`. */
function isSignedBy(secret: string, body: string, family: Family, read: Read): boolean {
  const made = signatureHeaders({
    eventId: read.eventId ?? '',
    deliveryId: '',
    body,
    timestamp: read.timestamp,
    secrets: [secret],
  });
  const value = made[signatureHeader[family]] ?? '';
  const expected = family === 'credicorp' ? value.slice(value.indexOf('v1=')) : value;
  return read.signatures.some((signature) => isSame(signature, expected));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How what came differs from what was signed. */
function changeOf(signed: string, came: string) {
  let from = 0;
  while (from < signed.length && signed[from] === came[from]) from += 1;
  const excerpt = (text: string) => text.slice(from, from + excerptLength);
  const kind =
    came.trimEnd() === signed
      ? ('white_space_at_end' as const)
      : parsed(came) === undefined
        ? ('not_json' as const)
        : JSON.stringify(parsed(came)) === JSON.stringify(parsed(signed))
          ? ('printed_anew' as const)
          : ('edited' as const);
  return { kind, at: from, signed: excerpt(signed), came: excerpt(came) };
}

/** Other bytes that may have been signed: what we sent, and what came before somebody printed it anew. */
function otherBodies(came: string, sent: string | null): string[] {
  const value = parsed(came);
  const bodies = [sent, came.trimEnd(), value === undefined ? null : JSON.stringify(value)];
  return [...new Set(bodies.filter((body): body is string => body !== null && body !== came))];
}

interface Material {
  readonly body: string;
  /** What we sent under the event id, where it can be told. */
  readonly sent: string | null;
  readonly signers: readonly Signer[];
  readonly others: readonly EndpointRow[];
  readonly receivedAtMs: number;
}

function explain(family: Family, read: Read, { body, sent, signers, others, receivedAtMs }: Material) {
  const offsetSeconds = Math.round(receivedAtMs / 1000) - read.timestamp;
  const time = { timestamp: read.timestamp, offset_seconds: offsetSeconds };
  const signer = signers.find(({ secret }) => isSignedBy(secret, body, family, read));
  if (signer) {
    const isLate = Math.abs(offsetSeconds) > toleranceSeconds;
    const verdict = signer.kind === 'ended' ? 'ended_secret' : isLate ? 'outside_tolerance' : 'valid';
    return { verdict, ...time, secret: signer.kind } as const;
  }
  for (const other of otherBodies(body, sent)) {
    const made = signers.find(({ secret }) => isSignedBy(secret, other, family, read));
    if (made)
      return { verdict: 'body_changed', ...time, secret: made.kind, change: changeOf(other, body) } as const;
  }
  const foreign = others.find((endpoint) =>
    signersOf(endpoint).some(({ secret }) =>
      [body, ...otherBodies(body, sent)].some((one) => isSignedBy(secret, one, family, read)),
    ),
  );
  if (foreign)
    return { verdict: 'other_endpoint', ...time, endpoint: { id: foreign.id, url: foreign.url } } as const;
  // The bytes that we sent are known, and no secret of ours makes this signature of them.
  return { verdict: sent === null ? 'unexplained' : 'wrong_secret', ...time } as const;
}

function checkFamily(family: Family, headers: ReadonlyMap<string, string>, material: Material) {
  const reading = readFamily[family](headers);
  if (reading.verdict === null) return { family, ...explain(family, reading, material) };
  return { family, ...reading };
}

/**
 * Checks a delivery by its body and headers as they came. `received_at`: when it came, by the receiver's clock; now
 * where that is not said. The verdict on the whole is that of the first family which is not valid: one that is right
 * does not cover for one that is wrong.
 *
 * @throws ApiError `resource_not_found` for an unknown, foreign or deleted endpoint.
 */
export async function checkSignature({
  ctx,
  input,
}: {
  readonly ctx: Context;
  readonly input: CheckSignatureInput & { readonly id: string };
}) {
  const endpoint = await findEndpoint(ctx.project.id, input.id);
  if (!endpoint) throw new ApiError('resource_not_found');
  const headers = readHeaders(input.headers);
  const ofBody = (parsed(input.body) as { id?: unknown } | null | undefined)?.id;
  const eventId = [headers.get('webhook-id'), ofBody].find(
    (id): id is string => typeof id === 'string' && isId('evt', id),
  );
  const [event, all] = await Promise.all([
    eventId === undefined ? null : findEvent(ctx.project.id, eventId, retention(ctx.clock)),
    endpointPages.find(ctx.project.id, { rows: endpointsAtMost, beforeId: undefined }, {}),
  ]);
  const material = {
    body: input.body,
    sent: event && eventBody(event),
    signers: signersOf(endpoint),
    others: all.filter(({ id }) => id !== endpoint.id),
    receivedAtMs: input.received_at === undefined ? Date.now() : Date.parse(input.received_at),
  };
  const families = (['credicorp', 'standard'] as const).map((family) =>
    checkFamily(family, headers, material),
  );
  const present = families.filter(({ verdict }) => verdict !== 'absent');
  return {
    object: 'signature_check' as const,
    verdict:
      present.find(({ verdict }) => verdict !== 'valid')?.verdict ?? present[0]?.verdict ?? 'header_missing',
    event_id: event?.id ?? null,
    previous_secret_expires_at: endpoint.previousSecretExpiresAt?.toISOString() ?? null,
    families,
  };
}

export type SignatureCheck = Awaited<ReturnType<typeof checkSignature>>;
