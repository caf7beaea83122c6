// The first keys of an installation: one that signs at once, and the next.
import { withTransaction } from '@/lib/db';
import { insertSigningKey, lockSigningKeys, selectPublishedKeys, type SigningKeyRow } from './repository';
import { makeSigningKey } from './signing-key';

/** The published keys, made first where there are none. Two processes that start together make them once. */
export async function ensureSigningKeys(): Promise<SigningKeyRow[]> {
  const published = await selectPublishedKeys();
  if (isComplete(published)) return published;
  return withTransaction(async (tx) => {
    await lockSigningKeys(tx);
    const present = await selectPublishedKeys(tx);
    if (!present.some(isCurrent)) await insertSigningKey(makeSigningKey(), true, tx);
    if (!present.some(isNext)) await insertSigningKey(makeSigningKey(), false, tx);
    return selectPublishedKeys(tx);
  });
}

export const isCurrent = (key: SigningKeyRow): boolean =>
  key.activates_at !== null && key.retires_at === null;
export const isNext = (key: SigningKeyRow): boolean => key.activates_at === null;

function isComplete(keys: readonly SigningKeyRow[]): boolean {
  return keys.some(isCurrent) && keys.some(isNext);
}
