// Whether a stored record is one that this platform signed. Needs the public key only, so it also works offline.
import { publicSigningKey, textSignatureMatches } from '@/lib/crypto/ed25519';
import { canonicalText } from './hashes';
import { signedApprovalSchema } from './schemas';

/**
 * Whether `approval` is well formed and signed by `trustedKey`. The key that the record itself names proves nothing.
 *
 * @param trustedKey this server's own when left out; offline, the one from the anchor.
 */
export function approvalIsGenuine(approval: unknown, trustedKey: string = publicSigningKey()): boolean {
  const parsed = signedApprovalSchema.safeParse(approval);
  if (!parsed.success || parsed.data.public_key !== trustedKey) return false;
  return textSignatureMatches(canonicalText(parsed.data.record), parsed.data.signature, trustedKey);
}
