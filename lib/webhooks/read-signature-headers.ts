// Reads the signature headers of a delivery as somebody pasted them: lines as a log or curl prints them, or JSON.

export type Family = 'credicorp' | 'standard';

/** What a family's headers say, or which rule about their form they break. */
export type Reading =
  | { readonly verdict: 'absent' }
  | { readonly verdict: 'header_missing'; readonly header: string }
  | { readonly verdict: 'header_malformed'; readonly header: string; readonly expected: string }
  | {
      readonly verdict: null;
      /** Unix seconds. */
      readonly timestamp: number;
      readonly signatures: readonly string[];
      /** Covered by the signature in Standard Webhooks only. */
      readonly eventId: string | undefined;
    };

const line = /^[\s>"']*(?:-H\s+|--header\s+)?["']?([A-Za-z][A-Za-z0-9-]*)\s*:\s*(.*?)["'\\\s]*$/;
const seconds = /^[0-9]{1,12}$/;

function fromJson(text: string): [string, string][] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
    return Object.entries(parsed).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? value[0] : value),
    ]);
  } catch {
    return null;
  }
}

/** Values by lower-case name. */
export function readHeaders(text: string): ReadonlyMap<string, string> {
  const pairs =
    fromJson(text) ??
    text.split(/\r?\n/).flatMap((one): [string, string][] => {
      const [, name, value] = line.exec(one) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    });
  return new Map(pairs.map(([name, value]) => [name.toLowerCase(), value.trim()]));
}

const malformed = (header: string, expected: string): Reading => ({
  verdict: 'header_malformed',
  header,
  expected,
});

function readOwn(headers: ReadonlyMap<string, string>): Reading {
  const header = 'Credicorp-Signature';
  const value = headers.get(header.toLowerCase());
  if (value === undefined) return { verdict: 'absent' };
  const parts = value.split(',').map((part) => part.trim());
  const times = parts.filter((part) => part.startsWith('t='));
  const signatures = parts.filter((part) => part.startsWith('v1='));
  const time = times[0]?.slice(2) ?? '';
  if (times.length !== 1 || !seconds.test(time)) return malformed(header, 't= and Unix seconds, once');
  if (signatures.length === 0 || !signatures.every((part) => /^v1=[0-9a-f]{64}$/.test(part))) {
    return malformed(header, 'v1= and 64 lower-case hexadecimal digits');
  }
  return { verdict: null, timestamp: Number(time), signatures, eventId: undefined };
}

function readStandard(headers: ReadonlyMap<string, string>): Reading {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
  const [eventId, time, signature] = names.map((name) => headers.get(name));
  if (eventId === undefined && time === undefined && signature === undefined) return { verdict: 'absent' };
  const missing = names.find((name) => (headers.get(name) ?? '') === '');
  if (missing !== undefined) return { verdict: 'header_missing', header: missing };
  if (!seconds.test(time ?? '')) return malformed('webhook-timestamp', 'Unix seconds');
  const signatures = (signature ?? '').split(' ').filter((part) => part.startsWith('v1,'));
  if (signatures.length === 0 || !signatures.every((part) => /^v1,[A-Za-z0-9+/]{43}=$/.test(part))) {
    return malformed('webhook-signature', 'v1, and 44 characters of base64');
  }
  return { verdict: null, timestamp: Number(time), signatures, eventId };
}

export const readFamily: Readonly<Record<Family, (headers: ReadonlyMap<string, string>) => Reading>> = {
  credicorp: readOwn,
  standard: readStandard,
};
