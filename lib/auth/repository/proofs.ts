// SQL of step-up proofs.
import { statement, type Transaction } from '@/lib/db';

interface NewProof {
  readonly id: string;
  readonly tokenHash: Uint8Array;
  readonly sessionId: string;
  readonly personId: string;
  readonly act: string;
  readonly objectId: string;
  readonly boundHash: Uint8Array;
  readonly method: 'totp' | 'passkey';
  readonly lifeSeconds: number;
}

const insert = statement<{ expiresAt: Date }, unknown[]>(
  'step_up_proof_insert',
  `INSERT INTO step_up_proofs (id, token_hash, session_id, person_id, act, object_id, bound_hash, method, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), now() + make_interval(secs => $9)) RETURNING expires_at AS "expiresAt"`,
);

/** @returns when it ends. */
export async function insertProof(tx: Transaction, row: NewProof): Promise<Date> {
  const inserted = await insert.first(
    [row.id, row.tokenHash, row.sessionId, row.personId, row.act, row.objectId, row.boundHash, row.method,
     row.lifeSeconds],
    tx,
  ); // prettier-ignore
  return (inserted as { expiresAt: Date }).expiresAt;
}

const spend = statement<{ id: string; method: 'totp' | 'passkey' }, unknown[]>(
  'step_up_proof_spend',
  `UPDATE step_up_proofs SET consumed_at = now()
   WHERE token_hash = $1 AND session_id = $2 AND person_id = $3 AND act = $4 AND object_id = $5 AND bound_hash = $6
     AND consumed_at IS NULL AND expires_at > clock_timestamp()
   RETURNING id, method`,
);

export function spendProof(
  tx: Transaction,
  tokenHash: Uint8Array,
  session: { readonly id: string; readonly person: { readonly id: string } },
  subject: { readonly act: string; readonly objectId: string; readonly boundHash: Uint8Array },
): Promise<{ id: string; method: 'totp' | 'passkey' } | null> {
  return spend.first(
    [tokenHash, session.id, session.person.id, subject.act, subject.objectId, subject.boundHash],
    tx,
  );
}
