// A form body, read without guessing (WHATWG URL §5.1, RFC 6749 appendix B): what cannot be decoded is refused
// where a lenient parser would put a replacement character.
import { invalidRequest } from './errors';

const utf8 = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const brokenEscape = /%(?![0-9A-Fa-f]{2})/;

/** Undoes form encoding; undefined for broken percent-encoding or bytes that are no UTF-8. */
export function decodeFormComponent(text: string): string | undefined {
  if (brokenEscape.test(text)) return undefined;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/**
 * Names and values in order.
 *
 * @throws OAuthError `invalid_request`.
 */
export function parseForm(bytes: Uint8Array): [name: string, value: string][] {
  let text: string;
  try {
    text = utf8().decode(bytes);
  } catch {
    throw invalidRequest('The body is not UTF-8.');
  }
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      const name = decodeFormComponent(at < 0 ? pair : pair.slice(0, at));
      const value = decodeFormComponent(at < 0 ? '' : pair.slice(at + 1));
      if (name === undefined || value === undefined)
        throw invalidRequest('The body is not well-formed form data.');
      return [name, value];
    });
}

/** Parameters that an endpoint knows, each once; an empty value counts as left out (RFC 6749 §3.1). */
export type Parameters = ReadonlyMap<string, string>;

/**
 * The known ones of `pairs`. Unknown ones are ignored, repeated or not.
 *
 * @throws OAuthError `invalid_request` when a known one is repeated.
 */
export function knownParameters(
  pairs: readonly (readonly [string, string])[],
  known: ReadonlySet<string>,
): Parameters {
  const seen = new Set<string>();
  const parameters = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (!known.has(name)) continue;
    if (seen.has(name)) throw invalidRequest(`The parameter ${name} is repeated.`);
    seen.add(name);
    if (value !== '') parameters.set(name, value);
  }
  return parameters;
}
