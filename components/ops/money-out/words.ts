// What the money-out screens call things. One place, so that a state has one name everywhere.
import type {
  DisbursementStatus,
  EvidenceCardName,
  Flag,
  OfficerAct,
  PayeeCheck,
  ShownDisbursement,
} from '@/lib/disbursements';
import { formatPence } from '@/lib/client/format';

interface StatusWords {
  readonly word: string;
  readonly tone: 'neutral' | 'positive' | 'caution' | 'danger' | 'info';
  /** Outline waits for people, half is with the bank, full has ended. */
  readonly shape: 'outline' | 'half' | 'full';
}

export const statusWords: Readonly<Record<DisbursementStatus, StatusWords>> = {
  requested: { word: 'Waiting for approval', tone: 'info', shape: 'outline' },
  approved: { word: 'Waiting for release', tone: 'positive', shape: 'outline' },
  on_hold: { word: 'On hold', tone: 'caution', shape: 'outline' },
  released: { word: 'Released', tone: 'positive', shape: 'half' },
  sent: { word: 'With the bank', tone: 'positive', shape: 'half' },
  unknown: { word: 'Bank silent', tone: 'caution', shape: 'half' },
  settled: { word: 'Settled', tone: 'positive', shape: 'full' },
  failed: { word: 'Refused by the bank', tone: 'danger', shape: 'full' },
  returned: { word: 'Returned', tone: 'danger', shape: 'full' },
  rejected: { word: 'Rejected', tone: 'danger', shape: 'full' },
  cancelled: { word: 'Cancelled', tone: 'neutral', shape: 'full' },
  expired: { word: 'Expired', tone: 'neutral', shape: 'full' },
};

export const payeeCheckWords: Readonly<Record<PayeeCheck, string>> = {
  pending: 'Waiting for the bank',
  match: 'Match',
  close_match: 'Close match',
  no_match: 'No match',
  unavailable: 'Unavailable',
};

export const cardTitles: Readonly<Record<EvidenceCardName, string>> = {
  request: 'Request',
  application: 'Application',
  decision: 'Decision and offer',
  agreement: 'Agreement',
  identity: 'Identity and company checks',
  payee: 'Payee',
  history: 'History with this payee and partner',
};

export const actWords: Readonly<Record<OfficerAct, string>> = {
  approve: 'Approve',
  release: 'Release',
  hold: 'Put on hold',
  resume: 'Take off hold',
  reject: 'Reject',
  record_call_back: 'Record a call-back',
};

const factNames: Readonly<Record<string, string>> = {
  at: 'Time of the record',
  term_months: 'Term',
  offer_term_months: 'Offer term',
  offer_expires_at: 'Offer lasts until',
  text_sha256: 'Hash of the text',
  accepted_via: 'Accepted through',
  inputs_hash: 'Hash of the inputs',
  yearly_rate_percent: 'Yearly rate',
  payee_sha256: 'Hash of the payee',
  account_hint: 'Account ends in',
  result: 'Confirmation of payee',
  call_backs: 'Call-backs',
  paid_to_this_account: 'Payments that reached this account before',
  came_back_from_this_account: 'Payments that came back from this account',
  other_companies_with_this_account: 'Other companies that named this account',
  other_accounts_of_this_company: 'Other accounts this company named before',
  same_amount_requests_of_this_company: 'Earlier requests of this company for the same amount',
  livemode: 'Live money',
};

/** `offer_amount_pence` → "Offer amount". */
export function factName(fact: string): string {
  const known = factNames[fact];
  if (known !== undefined) return known;
  const words = fact
    .replace(/_pence$/, '')
    .replace(/_id$/, '')
    .replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const flagWords: Readonly<Record<Flag, string>> = {
  first_payment_to_payee: 'First payment',
  payee_used_by_other_applicants: 'Shared payee',
  changed_details: 'Changed details',
  amount_above_usual: 'Above usual',
  decision_about_to_expire: 'Offer expiring',
  duplicate_suspicion: 'Possible duplicate',
  payment_came_back_before: 'Came back before',
};

/** Flags that only say "look", not "beware". */
export const mildFlags: ReadonlySet<Flag> = new Set(['first_payment_to_payee', 'decision_about_to_expire']);

/** The flag with the data that raised it. */
export function explainFlag(
  flag: Flag,
  { evidence, disbursement, usual_pence: usualPence }: ShownDisbursement,
): string {
  const fact = (card: EvidenceCardName, name: string) =>
    evidence.find((one) => one.card === card)?.facts[name];
  const count = (name: string) => Number(fact('history', name));
  const times = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  switch (flag) {
    case 'first_payment_to_payee':
      return 'No payment of ours has reached this account yet.';
    case 'payee_used_by_other_applicants':
      return `${times(count('other_companies_with_this_account'), 'other company has', 'other companies have')} asked for money to this account.`;
    case 'changed_details':
      return `This company named ${times(count('other_accounts_of_this_company'), 'other account', 'other accounts')} before.`;
    case 'amount_above_usual':
      return `${formatPence(disbursement.amount_pence)}; nine in ten settled payments of this partner stay within ${formatPence(usualPence)}.`;
    case 'decision_about_to_expire':
      return 'The accepted offer ends within two days.';
    case 'duplicate_suspicion':
      return `This company has ${times(count('same_amount_requests_of_this_company'), 'earlier request', 'earlier requests')} for exactly this amount.`;
    case 'payment_came_back_before':
      return `${times(count('came_back_from_this_account'), 'payment', 'payments')} to this account failed or came back.`;
  }
}
