// Canonical base64url (RFC 4648 §5, RFC 7515 §2): one spelling for each value, so that a token has one too.

const alphabet = /^[A-Za-z0-9_-]+$/;

/** The bytes; undefined for padding, other characters, or unused bits that are not zero. */
export function decodeCanonical(text: string): Buffer | undefined {
  if (!alphabet.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}
