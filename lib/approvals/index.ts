// Signed approval records: proof, outside the database's reach, that a person approved or released one
// disbursement as it stood (product §2, "Two people, one gate"; ADR 0011).
export type { ApprovalRecord, SignedApproval } from './schemas';
export { canonicalText, payeeHash, snapshotHash, type PayeeIdentity } from './hashes';
export { signApproval } from './sign';
export { approvalIsGenuine } from './verify';
export { refusalsOfRelease, type ReleaseFacts, type ReleaseRefusal } from './two-people';
