// The anchor: where every chain stood at one moment, signed, to be kept where nobody with the database can change it.
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { publicSigningKey, signText, textSignatureMatches } from '@/lib/crypto/ed25519';
import { readHeads } from './repository';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

const anchorBody = z.strictObject({
  version: z.literal(1),
  /** Real time, ISO 8601. */
  at: z.iso.datetime(),
  /** The key that approval records and this anchor are signed with, base64url. */
  public_key: z.string(),
  heads: z.array(z.strictObject({ stream: z.string(), sequence: z.int().positive(), hash: hex })),
});
export const anchorSchema = anchorBody.extend({ signature: z.string() });
export type Anchor = z.infer<typeof anchorSchema>;

/** The anchor of this moment. Keep it outside: on paper, with the auditor, in another account's write-once store. */
export async function exportAnchor(): Promise<Anchor> {
  const heads = (await readHeads()).filter(({ sequence }) => sequence > 0);
  const body = { version: 1 as const, at: new Date().toISOString(), public_key: publicSigningKey(), heads };
  return { ...body, signature: signText(canonicalize(body) as string) };
}

/** The anchor in a file's text. @throws Error when it is no anchor, or its signature is not its own. */
export function readAnchor(text: string): Anchor {
  const { signature, ...body } = anchorSchema.parse(JSON.parse(text));
  if (!textSignatureMatches(canonicalize(body) as string, signature, body.public_key)) {
    throw new Error('The anchor was changed after it was signed');
  }
  return { ...body, signature };
}
