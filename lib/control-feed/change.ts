// One row of the control feed: something that every process must learn within a second (contract §2, §4).

export type ControlChangeKind =
  | 'token_revoked' // subject: jti
  | 'credential_revoked' // subject: sec_… or key_…
  | 'client_revoked' // subject: cid_…
  | 'client_changed' // subject: cid_…
  | 'project_revoked' // subject: prj_…
  | 'project_changed' // subject: prj_…
  | 'signing_keys_changed'; // subject: kid

export interface ControlChange {
  readonly kind: ControlChangeKind;
  /** Null: concerns every project. */
  readonly projectId: string | null;
  readonly subject: string;
  /** Revocations only: when no living token can match any more. */
  readonly expiresAt: Date | null;
}

const revoking: ReadonlySet<ControlChangeKind> = new Set([
  'token_revoked',
  'credential_revoked',
  'client_revoked',
  'project_revoked',
]);

/** Whether the change kills tokens. */
export function isRevocation(change: ControlChange): change is ControlChange & { expiresAt: Date } {
  return revoking.has(change.kind) && change.expiresAt !== null;
}
