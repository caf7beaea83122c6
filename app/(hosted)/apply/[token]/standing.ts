// Where an application stands, in words: what happened, why, and what there is to do.
import type { OutcomeKind } from '@/components/hosted/outcome';
import type { ApplicantView } from '@/lib/applications';

interface Standing {
  readonly heading: string;
  readonly kind: OutcomeKind;
  readonly title: string;
  readonly text: string;
}

const reasons: Readonly<Record<NonNullable<ApplicantView['reason']>, string>> = {
  adverse_credit: 'Public records show court judgments against the company that are not settled.',
  affordability: 'From what we know of the company’s income, the repayments would be too high for it.',
  identity_unverified: 'We could not confirm who directs the company, or that it is active.',
  insufficient_trading_history: 'We could not find enough of the company’s trading history to judge.',
  out_of_appetite: 'We do not lend to this kind of business.',
};

/** The state in words; undefined while the applicant has something to do himself. */
export function standingOf(view: ApplicantView): Standing | undefined {
  const { partnerName: partner } = view;
  switch (view.status) {
    case 'created':
    case 'approved':
      return undefined;
    case 'submitted':
    case 'in_review':
      if (view.isReferred) return { heading: 'We are taking a second look', kind: 'waiting', title: 'The first look was not enough to decide', text: 'This needs nothing from you. The answer appears here by itself; you can also close this page and come back to it.' }; // prettier-ignore
      return { heading: 'We are deciding', kind: 'waiting', title: 'Your application is with us', text: 'Most decisions take seconds. The answer appears here by itself; you can also close this page and come back to it.' }; // prettier-ignore
    case 'declined':
      return { heading: 'We cannot lend this time', kind: 'refused', title: 'The application was declined', text: `${view.reason ? reasons[view.reason] : ''} The decision was made automatically; if you think that it rests on something wrong, ask ${partner} to have it looked at again.`.trim() }; // prettier-ignore
    case 'accepted':
      return { heading: 'The agreement is made', kind: 'paid', title: 'You accepted the offer', text: `${partner} now asks for the money to be paid to the company’s account. Two people here check every payment before it leaves.` }; // prettier-ignore
    case 'funded':
      return { heading: 'The money has been paid', kind: 'paid', title: 'The loan was paid out', text: 'It went to the account that was named for the company. Repayments follow the agreement below.' }; // prettier-ignore
    case 'withdrawn':
      return { heading: 'This application was withdrawn', kind: 'withdrawn', title: 'Nothing more happens here', text: `It was withdrawn before any money was paid. If that was not meant, ask ${partner} to start a new one.` }; // prettier-ignore
    case 'expired':
      return { heading: 'This application has expired', kind: 'over', title: 'Its time is over', text: `Nothing was agreed that still binds you. Ask ${partner} to start a new one if you still want a loan.` }; // prettier-ignore
  }
}

/** What an approval asks for besides. */
export const conditionSentences: Readonly<Record<ApplicantView['conditions'][number], string>> = {
  file_overdue_documents: 'File the company’s overdue accounts and statements at Companies House.',
  provide_first_accounts: 'Send us the company’s first accounts once they are made.',
};

export const purposes: Readonly<Record<NonNullable<ApplicantView['purpose']>, string>> = {
  working_capital: 'Working capital',
  asset_finance: 'Buying equipment',
  expansion: 'Expansion',
  refinance: 'Refinancing',
  stock: 'Stock',
};
