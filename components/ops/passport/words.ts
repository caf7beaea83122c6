// A passport's codes and facts in words. The JSON has them as they are.
import { formatPence } from '@/lib/client/format';

export const factorWords: Readonly<Record<string, string>> = {
  none: 'session',
  totp: 'authenticator code',
  passkey: 'passkey',
  sandbox: 'sandbox officer',
};

const faults: Readonly<Record<string, string>> = {
  approval_missing: 'The first officer’s record is missing or not genuine.',
  release_missing: 'The second officer’s record is missing or not genuine.',
  same_person: 'Both records are by the same person.',
  order: 'The release is older than the approval.',
  factor_missing: 'The release has no fresh second factor.',
  other_disbursement: 'A record is about another payment.',
  other_book: 'A record is about the other book: sandbox or live.',
  other_amount: 'A record is about another amount.',
  other_payee: 'A record is about another payee.',
  other_snapshot: 'A record is about other evidence.',
  snapshot_changed: 'The evidence is not what was hashed.',
  audit_changed: 'An audit entry is not what was sealed.',
};
export const faultWords = (fault: string): string => faults[fault] ?? fault.replaceAll('_', ' ');

export interface PassportCard {
  readonly name: string;
  readonly source: string;
  readonly at: string | null;
  readonly verdict: string;
  readonly facts: string;
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const text = (value: unknown, otherwise = '–') => (typeof value === 'string' ? value : otherwise);

function written(name: string, value: unknown): string {
  if (name.endsWith('_pence') && typeof value === 'number') return formatPence(value);
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map((one) => written('', one)).join('; ');
  if (typeof value === 'object' && value !== null) return factsOf(value);
  return String(value);
}

function factsOf(facts: unknown): string {
  return Object.entries(record(facts))
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name.replace(/_pence$/, '').replaceAll('_', ' ')} ${written(name, value)}`)
    .join(', ');
}

/** The evidence cards of a frozen snapshot, in their own order; one line when it has another shape. */
export function cardsOf(snapshot: unknown): PassportCard[] {
  const { cards } = record(snapshot);
  if (!Array.isArray(cards)) {
    return [{ name: 'evidence', source: '–', at: null, verdict: '–', facts: factsOf(snapshot) }];
  }
  return cards.map(record).map((card) => ({
    name: text(card['card']),
    source: text(card['source']),
    at: typeof card['at'] === 'string' ? card['at'] : null,
    verdict: text(card['verdict']),
    facts: factsOf(card['facts']),
  }));
}
