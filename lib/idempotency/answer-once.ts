// One effect for one key (contract §6): the answer's record commits in the effect's own transaction, and its
// primary key, not this code, is what makes a second effect impossible.
import { ApiError } from '@/lib/core/errors';
import { signatureMatches } from '@/lib/crypto';
import { isUniqueViolation, withTransaction, type Transaction } from '@/lib/db';
import { payloadHash } from './payload-hash';
import { findRecord, insertRecord, recordConstraint, tryLock } from './repository';

/** A keyed change: what its record is filed under, and what it says. */
export interface KeyedRequest {
  readonly projectId: string;
  readonly method: string;
  /** Concrete path, ids included. */
  readonly path: string;
  readonly key: string;
  /** The body as parsed JSON. */
  readonly payload: unknown;
}

export interface StoredAnswer {
  readonly status: number;
  /** Exact JSON text. */
  readonly body: string;
}

export interface Outcome<Answer extends StoredAnswer> {
  readonly replayed: boolean;
  readonly answer: Answer | StoredAnswer;
}

// What the handler itself refuses for good (§6); 422 is judged by status.
const storableCodes = new Set(['invalid_state', 'offer_expired', 'duplicate_disbursement']);

/** Whether a refusal by the handler is final, so that its answer is stored and replayed. */
export function storable(error: ApiError): boolean {
  return error.status === 422 || storableCodes.has(error.code);
}

function requireSamePayload(stored: StoredAnswer & { payloadHash: Buffer }, hash: Buffer): StoredAnswer {
  if (!signatureMatches(stored.payloadHash, hash)) {
    throw new ApiError('idempotency_key_reused', { param: 'Idempotency-Key' });
  }
  return { status: stored.status, body: stored.body };
}

/**
 * The stored answer to this key, if there is one.
 *
 * @throws ApiError `idempotency_key_reused` when it answered another body.
 */
export async function findStoredAnswer(request: KeyedRequest): Promise<StoredAnswer | null> {
  const stored = await findRecord(request);
  return stored && requireSamePayload(stored, payloadHash(request.payload));
}

/**
 * Inside `tx`: replays the stored answer, or runs `act` and stores what it answers.
 *
 * @throws ApiError `idempotency_key_in_progress` while another transaction holds the key,
 *   `idempotency_key_reused` when the key answered another body.
 */
export async function answerOnce<Answer extends StoredAnswer>(
  tx: Transaction,
  request: KeyedRequest,
  act: () => Promise<Answer>,
): Promise<Outcome<Answer>> {
  // Sent together, run one after the other: the look-up sees what was committed before the lock was had.
  const [locked, stored] = await Promise.all([tryLock(request, tx), findRecord(request, tx)]);
  if (!locked) throw new ApiError('idempotency_key_in_progress', { retryAfterSeconds: 1 });
  const hash = payloadHash(request.payload);
  if (stored) return { replayed: true, answer: requireSamePayload(stored, hash) };
  const answer = await act();
  await insertRecord(request, hash, answer, tx);
  return { replayed: false, answer };
}

/**
 * Stores a final refusal by itself; the effect's transaction was rolled back. Should another request with the
 * same key have answered in between, its answer wins.
 */
export async function storeRefusal(
  request: KeyedRequest,
  refusal: StoredAnswer,
): Promise<Outcome<StoredAnswer>> {
  try {
    return await withTransaction((tx) => answerOnce(tx, request, async () => refusal));
  } catch (error) {
    if (!isUniqueViolation(error, recordConstraint)) throw error;
    const stored = await findStoredAnswer(request);
    if (!stored) throw error;
    return { replayed: true, answer: stored };
  }
}
