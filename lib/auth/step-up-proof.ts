// A fresh second factor bound to one act on one object as the person saw it: used once, inside that act's
// transaction, within five minutes (product §2: two people, one gate).
import { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { withTransaction, type Transaction } from '@/lib/db';
import { hashToken, isTokenSpelling, newToken } from './opaque-token';
import { findPerson } from './repository/people';
import { insertProof, spendProof } from './repository/proofs';
import { spendTotpCode } from './second-factor';
import type { StaffSession } from './session';
import { codePolicy, requireTryFor } from './throttle';

/** What the proof is good for. */
export interface ProofSubject {
  /** `disbursement.release`, … */
  readonly act: string;
  readonly objectId: string;
  /** SHA-256 (32 bytes) of everything the person is shown: amount, payee, snapshot. */
  readonly boundHash: Uint8Array;
}

export const proofSeconds = 300;

/** Writes a proof down whose factor the caller has just verified: a code here, a passkey in lib/staff. */
export async function writeProof(
  tx: Transaction,
  session: StaffSession,
  subject: ProofSubject,
  method: 'totp' | 'passkey',
): Promise<{ proof: string; expiresAt: Date }> {
  const { token, hash } = newToken();
  const expiresAt = await insertProof(tx, {
    id: newId('sup'),
    tokenHash: hash,
    sessionId: session.id,
    personId: session.person.id,
    ...subject,
    method,
    lifeSeconds: proofSeconds,
  });
  return { proof: token, expiresAt };
}

/**
 * Spends a code of the authenticator app for a proof.
 *
 * @throws ApiError `invalid_credentials` for a wrong or used code, `rate_limited`.
 */
export async function createStepUpProof(call: {
  readonly session: StaffSession;
  readonly subject: ProofSubject;
  readonly code: string;
}): Promise<{ proof: string; expiresAt: Date }> {
  const { session, subject, code } = call;
  await requireTryFor(codePolicy, session.id);
  return withTransaction(async (tx) => {
    const person = await findPerson(session.person.id);
    if (!person || !(await spendTotpCode(person, code, tx))) {
      throw new ApiError('invalid_credentials', {
        param: 'code',
        message: 'That code is wrong or was used already. Wait for the next one.',
      });
    }
    return writeProof(tx, session, subject, 'totp');
  });
}

/**
 * Spends a proof inside the transaction of the act it was made for.
 *
 * @returns its id and method, for the record of the act.
 * @throws ApiError `step_up_required` when it is another act's, another object's, another person's or session's, bound
 *   to other data, expired or used.
 */
export async function consumeStepUpProof(
  tx: Transaction,
  call: { readonly session: StaffSession; readonly proof: string; readonly subject: ProofSubject },
): Promise<{ id: string; method: 'totp' | 'passkey' }> {
  const { session, proof, subject } = call;
  const spent = isTokenSpelling(proof) ? await spendProof(tx, hashToken(proof), session, subject) : null;
  if (!spent) {
    throw new ApiError('step_up_required', {
      message: 'The confirmation is missing, used, too old, or was given for something else. Confirm again.',
    });
  }
  return spent;
}
