// Ids of seeded rows are the same on every machine, so that the seed may run again and documents may name them.
import { createHash } from 'node:crypto';
import type { IdPrefix } from '@/lib/core/ids';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
// Where a generated id has its time: before every id that the product will ever make.
const seedTime = '01jmz00000';

/** 26 characters as in lib/core/ids, decided by `label`. */
export function seededIdBody(label: string): string {
  const digest = createHash('sha256').update(label).digest().subarray(0, 16);
  return seedTime + Array.from(digest, (byte) => alphabet.charAt(byte & 31)).join('');
}

/** The id of the seeded row called `label`. */
export function seededId(prefix: IdPrefix, label: string): string {
  return `${prefix}_${seededIdBody(`${prefix}:${label}`)}`;
}
