// Signs what a person said, at the moment of the act.
import { randomBytes } from 'node:crypto';
import { publicSigningKey, signText } from '@/lib/crypto/ed25519';
import { canonicalText } from './hashes';
import { approvalRecordSchema, type ApprovalRecord, type SignedApproval } from './schemas';

/** What the caller knows; version, currency and nonce are added. */
export type ApprovalFacts = Omit<ApprovalRecord, 'version' | 'currency' | 'nonce'>;

/**
 * The signed record of one act. Store all of it: `record` is what was signed, to the letter.
 *
 * @throws ZodError when a fact is malformed.
 */
export function signApproval(facts: ApprovalFacts): SignedApproval {
  const record = approvalRecordSchema.parse({
    version: 1,
    currency: 'GBP',
    nonce: randomBytes(16).toString('base64url'),
    ...facts,
  });
  return { record, signature: signText(canonicalText(record)), public_key: publicSigningKey() };
}
