// What a record says of things too long, or too personal, to repeat: a hash over canonical JSON (RFC 8785).
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sign } from '@/lib/crypto';

/** The account that money goes to. */
export interface PayeeIdentity {
  readonly accountName: string;
  /** Six digits. */
  readonly sortCode: string;
  /** Eight digits. */
  readonly accountNumber: string;
}

/** The one spelling of a JSON value that is hashed and signed. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('Only JSON values have a canonical form');
  return text;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex');
}

/** Hash of a payee: 64 hexadecimal digits. Keyed, because fourteen digits are soon guessed. */
export function payeeHash({ accountName, sortCode, accountNumber }: PayeeIdentity): string {
  const payee = { account_name: accountName, sort_code: sortCode, account_number: accountNumber };
  return sign('payee-hash', canonicalText(payee)).toString('hex');
}

/** SHA-256 of an evidence snapshot: 64 hexadecimal digits. The order of its members does not matter. */
export function snapshotHash(snapshot: unknown): string {
  return hashOf(snapshot);
}
