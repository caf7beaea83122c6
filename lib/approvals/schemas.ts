// The approval record: what one person saw and said, complete enough to be judged alone.
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const approvalRecordSchema = z.strictObject({
  version: z.literal(1),
  /** `approve` is the first officer's act, `release` the second's. */
  act: z.enum(['approve', 'release']),
  disbursement_id: z.string(),
  livemode: z.boolean(),
  amount_pence: z.int().positive(),
  currency: z.literal('GBP'),
  /** `payeeHash` of the account the money goes to. */
  payee_sha256: sha256,
  /** `snapshotHash` of the frozen evidence. */
  snapshot_sha256: sha256,
  /** Who: a member of staff, or one of the two built-in actors of a sandbox. */
  person_id: z.string().min(1),
  /** Real time of the act, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** How the person proved to be present; `none` for an act that asks for no step-up, `sandbox` in a sandbox. */
  factor: z.enum(['totp', 'passkey', 'none', 'sandbox']),
  /** Id of the step-up proof that was spent on this act. */
  proof_id: z.string().nullable(),
  /** Random, so that no two records are alike. */
  nonce: z.string().min(16),
});

/** One act of one person on one disbursement. */
export type ApprovalRecord = z.infer<typeof approvalRecordSchema>;

export const signedApprovalSchema = z.strictObject({
  record: approvalRecordSchema,
  /** Ed25519 over the record's canonical JSON (RFC 8785), base64url. */
  signature: z.string(),
  /** The key that signed, 32 bytes in base64url. A verifier compares it with the one it trusts. */
  public_key: z.string(),
});

export type SignedApproval = z.infer<typeof signedApprovalSchema>;
