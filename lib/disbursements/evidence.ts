// The evidence that two people look at: seven cards in a fixed order (product §2), and the frozen form that is hashed.
// It holds no personal data: what has to be erased one day cannot be in a record that never changes.
import canonicalize from 'canonicalize';
import { assert } from '@/lib/core/assert';
import type { Transaction } from '@/lib/db';
import type { DisbursementRow } from './repository/disbursements';
import { readEvidenceRow, type EvidenceRow } from './repository/evidence';

export const evidenceCards = [
  'request',
  'application',
  'decision',
  'agreement',
  'identity',
  'payee',
  'history',
] as const;
export type EvidenceCardName = (typeof evidenceCards)[number];

export type EvidenceVerdict = 'pass' | 'warn' | 'fail';

export interface EvidenceCard {
  readonly card: EvidenceCardName;
  /** Whose record it is. */
  readonly source: string;
  /** Of the record, ISO 8601. */
  readonly at: string | null;
  readonly verdict: EvidenceVerdict;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What is frozen, hashed and signed. */
export interface Evidence {
  readonly version: 1;
  readonly disbursement_id: string;
  /** Each approval is about a snapshot of its own, even of the same facts. */
  readonly round: number;
  readonly cards: readonly EvidenceCard[];
}

function identityVerdict({ checks }: EvidenceRow): EvidenceVerdict {
  if (checks.some(({ status }) => status === 'failed')) return 'fail';
  return checks.every(({ status }) => status === 'passed') ? 'pass' : 'warn';
}

function payeeVerdict(row: DisbursementRow, { callBacks }: EvidenceRow): EvidenceVerdict {
  if (row.payeeCheck === 'match') return 'pass';
  if (row.payeeCheck === 'no_match' || callBacks.at(-1)?.confirmed === false) return 'fail';
  return 'warn';
}

function historyVerdict({
  otherCompanies,
  otherAccounts,
  lookalikes,
  cameBack,
}: EvidenceRow): EvidenceVerdict {
  return otherCompanies + otherAccounts + lookalikes + cameBack === 0 ? 'pass' : 'warn';
}

function cardsOf(row: DisbursementRow, found: EvidenceRow): readonly EvidenceCard[] {
  const { offer } = found;
  return [
    {
      card: 'request',
      source: 'partner',
      at: row.createdAt.toISOString(),
      verdict: row.amountPence === offer.amount_pence ? 'pass' : 'fail',
      facts: {
        project_id: row.projectId,
        partner_id: row.partnerId,
        livemode: row.livemode,
        amount_pence: row.amountPence,
        reference: row.reference,
      },
    },
    {
      card: 'application',
      source: 'applicant',
      at: found.applicationCreatedAt.toISOString(),
      verdict: ['accepted', 'funded'].includes(found.applicationStatus) ? 'pass' : 'fail',
      facts: {
        application_id: row.applicationId,
        status: found.applicationStatus,
        company_number: found.companyNumber,
        company_name: found.companyName,
        amount_pence: found.applicationAmountPence,
        term_months: found.applicationTermMonths,
        purpose: found.purpose,
      },
    },
    {
      card: 'decision',
      source: 'decision engine',
      at: found.decidedAt.toISOString(),
      verdict: found.decisionOutcome === 'approved' ? 'pass' : 'fail',
      facts: {
        decision_id: found.decisionId,
        version: found.decisionVersion,
        policy_version: found.policyVersion,
        inputs_hash: found.inputsHash,
        offer_id: offer.id,
        offer_amount_pence: offer.amount_pence,
        offer_term_months: offer.term_months,
        yearly_rate_percent: offer.yearly_rate_percent,
        total_payable_pence: offer.total_payable_pence,
        offer_expires_at: offer.expires_at,
      },
    },
    {
      card: 'agreement',
      source: found.acceptedVia === 'hosted' ? 'applicant, on our page' : 'partner, for the applicant',
      at: found.acceptedAt.toISOString(),
      verdict: 'pass',
      facts: { text_sha256: found.agreementSha256, accepted_via: found.acceptedVia },
    },
    {
      card: 'identity',
      source: found.checks.length > 0 ? 'identity provider' : 'decision engine',
      at: found.decidedAt.toISOString(),
      verdict: identityVerdict(found),
      facts: { checks: found.checks },
    },
    {
      card: 'payee',
      source: 'confirmation of payee',
      at: row.payeeCheckedAt?.toISOString() ?? null,
      verdict: payeeVerdict(row, found),
      facts: {
        payee_sha256: row.payeeHash.toString('hex'),
        account_hint: row.payeeAccountHint,
        result: row.payeeCheck,
        call_backs: found.callBacks,
      },
    },
    {
      card: 'history',
      source: 'our records',
      at: null,
      verdict: historyVerdict(found),
      facts: {
        paid_to_this_account: found.paidBefore,
        came_back_from_this_account: found.cameBack,
        other_companies_with_this_account: found.otherCompanies,
        other_accounts_of_this_company: found.otherAccounts,
        same_amount_requests_of_this_company: found.lookalikes,
      },
    },
  ];
}

/** The evidence as it stands now. */
export async function readEvidence(row: DisbursementRow, round: number, tx?: Transaction): Promise<Evidence> {
  const found = await readEvidenceRow(row.id, tx);
  assert(found, 'an accepted application has its decision and its agreement');
  return { version: 1, disbursement_id: row.id, round, cards: cardsOf(row, found) };
}

/** Names of the cards whose evidence speaks against paying. */
export function failedCards({ cards }: Evidence): string[] {
  return cards.filter(({ verdict }) => verdict === 'fail').map(({ card }) => card);
}

export interface Difference {
  readonly card: EvidenceCardName;
  readonly fact: string;
  readonly approved: unknown;
  readonly now: unknown;
}

// The order of members says nothing: what was frozen has them sorted.
const same = (one: unknown, other: unknown) => canonicalize(one) === canonicalize(other);

function flat({ verdict, source, at, facts }: EvidenceCard): Readonly<Record<string, unknown>> {
  return { verdict, source, at, ...facts };
}

/** Every fact that is not what the first officer approved. */
export function differencesBetween(approved: Evidence, now: Evidence): Difference[] {
  return evidenceCards.flatMap((card) => {
    const before = approved.cards.find((one) => one.card === card);
    const after = now.cards.find((one) => one.card === card);
    const [was, is] = [before ? flat(before) : {}, after ? flat(after) : {}];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((fact) => !same(was[fact], is[fact]))
      .map((fact) => ({ card, fact, approved: was[fact], now: is[fact] }));
  });
}
