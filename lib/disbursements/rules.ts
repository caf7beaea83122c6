// Why an officer may not act (product §2). One table for the verbs and for the screens: what a button says is what the
// verb would answer. Pure; the facts are read by repository/situation.
import { formatPence } from '@/lib/core/money';
import { rolesFor, type Officer, type OfficerAct } from './officers';
import type { DisbursementRow } from './repository/disbursements';
import { disbursementTransitions, isWaiting, type DisbursementAct } from './state';

export type Rule =
  | 'book' // staff act in live, the built-in officers in the sandbox
  | 'role'
  | 'state'
  | 'stale' // the screen showed an earlier version
  | 'partner_suspended'
  | 'evidence_failed'
  | 'evidence_changed'
  | 'payee_pending'
  | 'payee_no_match'
  | 'close_match_reason'
  | 'call_back_missing'
  | 'same_person'
  | 'recorded_call_back'
  | 'verified_partner'
  | 'changed_limits'
  | 'approval_lapsed'
  | 'stopped'
  | 'partner_stopped'
  | 'limit_item'
  | 'limit_person_day'
  | 'limit_partner_day'
  | 'step_up';

export interface Refusal {
  readonly rule: Rule;
  /** Why, in one sentence for the officer. */
  readonly sentence: string;
  /** Who can act, or what has to happen first. */
  readonly whoCan: string;
}

/** Everything the rules look at, whoever asks. */
export interface Situation {
  readonly row: DisbursementRow;
  readonly now: Date;
  readonly partnerActive: boolean;
  /** Names of the evidence cards that fail. */
  readonly failedEvidence: readonly string[];
  /** Whether the last call-back confirmed the payee. */
  readonly payeeCalledBack: boolean;
  readonly callBackRecorders: ReadonlySet<string>;
  readonly partnerVerifiers: ReadonlySet<string>;
  readonly limitChangersToday: ReadonlySet<string>;
  readonly stopped: boolean;
  readonly partnerStopped: boolean;
  readonly limits: {
    readonly perItemPence: number;
    readonly perPersonDayPence: number;
    readonly perPartnerDayPence: number;
  };
  readonly partnerTodayPence: number;
  readonly personTodayPence: ReadonlyMap<string, number>;
}

type Check = (situation: Situation, officer: Officer) => Refusal | null;

const say = (rule: Rule, sentence: string, whoCan: string): Refusal => ({ rule, sentence, whoCan });

const participles: Readonly<Record<Exclude<OfficerAct, 'record_call_back'>, DisbursementAct>> = {
  approve: 'approved',
  release: 'released',
  hold: 'held',
  resume: 'resumed',
  reject: 'rejected',
};

const book: Check = ({ row }, { id }) =>
  row.livemode === !id.startsWith('sandbox_')
    ? null
    : say('book', 'Sandbox requests move no money and stand in no queue of ours.', 'The partner, by the simulation routes.'); // prettier-ignore

const role =
  (act: OfficerAct): Check =>
  (_, officer) =>
    officer.role !== null && rolesFor[act].includes(officer.role)
      ? null
      : say('role', `Your role does not ${act.replaceAll('_', ' ')}.`, `A ${rolesFor[act].join(' or ')}.`);

const state =
  (act: OfficerAct): Check =>
  ({ row }) => {
    const allowed =
      act === 'record_call_back'
        ? isWaiting(row.status)
        : disbursementTransitions[participles[act]].from.includes(row.status);
    if (allowed) return null;
    const status = row.status.replace('_', ' ');
    if (act === 'release' && row.status === 'requested') {
      return say('state', 'Nobody has approved it yet.', 'A reviewer or releaser approves first.');
    }
    return say('state', `It is ${status}; it cannot be acted on so.`, 'Nobody.');
  };

const partner: Check = ({ partnerActive }) =>
  partnerActive
    ? null
    : say('partner_suspended', 'The partner or its project is suspended.', 'Whoever resumes the partner first.'); // prettier-ignore

const evidence: Check = ({ failedEvidence }) =>
  failedEvidence.length === 0
    ? null
    : say(
        'evidence_failed',
        `The evidence fails: ${failedEvidence.join(', ')}.`,
        'Nobody; hold or reject it.',
      );

const payee: Check = ({ row, payeeCalledBack }) => {
  switch (row.payeeCheck) {
    case 'match':
    case 'close_match':
      return null;
    case 'pending':
      return say('payee_pending', 'The bank has not answered about the payee yet.', 'Anyone, once it has.');
    case 'no_match':
      return say('payee_no_match', 'The bank holds this account in another name.', 'Nobody; reject it.');
    case 'unavailable':
      // The sandbox's officers have called back: nobody of ours is there to do it.
      if (payeeCalledBack || !row.livemode) return null;
      return say('call_back_missing', 'The bank does not confirm names: the payee has to be called back.', 'A third person records the call-back first.'); // prettier-ignore
  }
};

const notOwnEvidence: Check = ({ callBackRecorders }, { id }) =>
  callBackRecorders.has(id)
    ? say(
        'recorded_call_back',
        'You called the payee back; others judge that evidence.',
        'Anyone who did not.',
      )
    : null;

const secondPerson: Check = ({ row }, { id }) =>
  row.approvedBy === id
    ? say('same_person', 'You approved it; a second person releases it.', 'A releaser other than you.')
    : null;

const notVerifier: Check = ({ partnerVerifiers }, { id }) =>
  partnerVerifiers.has(id)
    ? say('verified_partner', 'You verified this partner; somebody else releases its money.', 'A releaser who did not.') // prettier-ignore
    : null;

const notLimitChanger: Check = ({ limitChangersToday }, { id }) =>
  limitChangersToday.has(id)
    ? say('changed_limits', 'You changed the limits today; releasing waits until tomorrow.', 'A releaser who did not.') // prettier-ignore
    : null;

const fresh: Check = ({ row, now }) =>
  row.status !== 'approved' || (row.approvalExpiresAt !== null && row.approvalExpiresAt > now)
    ? null
    : say(
        'approval_lapsed',
        'The approval is older than four hours.',
        'A reviewer or releaser approves again.',
      );

const running: Check = ({ row, stopped, partnerStopped }) => {
  if (!row.livemode) return null;
  if (stopped) return say('stopped', 'All money-out is stopped.', 'Two people start it again.');
  if (partnerStopped) {
    return say('partner_stopped', 'Money-out for this partner is stopped.', 'Two people start it again.');
  }
  return null;
};

const withinLimits: Check = ({ row, limits, partnerTodayPence, personTodayPence }, { id }) => {
  if (!row.livemode) return null;
  const { amountPence } = row;
  if (amountPence > limits.perItemPence) {
    return say('limit_item', `It is above the limit of ${formatPence(limits.perItemPence)} for one payment.`, 'Two administrators change the limit first.'); // prettier-ignore
  }
  if ((personTodayPence.get(id) ?? 0) + amountPence > limits.perPersonDayPence) {
    return say('limit_person_day', `With it you would release more than ${formatPence(limits.perPersonDayPence)} today.`, 'Another releaser, or you tomorrow.'); // prettier-ignore
  }
  if (partnerTodayPence + amountPence > limits.perPartnerDayPence) {
    return say('limit_partner_day', `With it this partner would receive more than ${formatPence(limits.perPartnerDayPence)} today.`, 'A releaser tomorrow.'); // prettier-ignore
  }
  return null;
};

const checks: Readonly<Record<OfficerAct, readonly Check[]>> = {
  approve: [book, role('approve'), state('approve'), partner, payee, evidence, notOwnEvidence],
  release: [
    book,
    role('release'),
    state('release'),
    secondPerson,
    notOwnEvidence,
    notVerifier,
    notLimitChanger,
    fresh,
    partner,
    payee,
    evidence,
    running,
    withinLimits,
  ],
  hold: [book, role('hold'), state('hold')],
  resume: [book, role('resume'), state('resume')],
  reject: [book, role('reject'), state('reject')],
  record_call_back: [
    book,
    role('record_call_back'),
    state('record_call_back'),
    ({ row }, { id }) =>
      row.approvedBy === id
        ? say('same_person', 'You approved it; a third person calls the payee back.', 'Anyone else.')
        : null,
  ],
};

/** Every rule that stands against this act by this officer; empty when it is allowed. */
export function refusalsOf(act: OfficerAct, situation: Situation, officer: Officer): Refusal[] {
  return checks[act].map((check) => check(situation, officer)).filter((refusal) => refusal !== null);
}
