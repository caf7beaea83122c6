// Idempotency-Key (contract §6): the same request twice has one effect and one answer.
export { parseIdempotencyKey } from './key';
export {
  answerOnce,
  findStoredAnswer,
  storable,
  storeRefusal,
  type KeyedRequest,
  type Outcome,
  type StoredAnswer,
} from './answer-once';
export { eraseRecordsOlderThan } from './repository';
