// A pasted JWK, checked as far as a browser can tell; the server reads it in earnest.
import type { Checks } from '@/lib/client/use-api-form';

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** @throws SyntaxError for what is no JSON. */
export function parseJwk(text: string): unknown {
  return JSON.parse(text);
}

/** What is wrong with a pasted key; undefined when nothing is. */
export function jwkProblem(text: string): string | undefined {
  if (text.trim() === '') return 'Paste the public key.';
  let parsed: unknown;
  try {
    parsed = parseJwk(text);
  } catch {
    return 'That is not JSON. A JWK looks like {"kty":"EC","crv":"P-256","x":"…","y":"…"}.';
  }
  if (typeof parsed !== 'object' || parsed === null || !('kty' in parsed)) {
    return 'That is not a JWK: it has no “kty”.';
  }
  if (privateMembers.some((member) => member in parsed)) {
    return 'That is a private key. Paste its public half; nothing was sent.';
  }
  return undefined;
}

export const jwkText = (z: Checks) =>
  z.string().check(
    z.superRefine((text, context) => {
      const message = jwkProblem(text);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    }),
  );
