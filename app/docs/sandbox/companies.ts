// The sandbox companies as the documentation tells them (contract §10). e2e/api/lending.spec.ts asks the API for each.

interface SandboxCompany {
  readonly number: string;
  readonly name: string;
  readonly story: string;
  readonly outcome: string;
  readonly detail?: string;
  readonly tone: 'positive' | 'caution' | 'danger' | 'info' | 'neutral';
}

export const sandboxCompanies: readonly SandboxCompany[] = [
  {
    number: '00000401',
    name: 'Healthy Ltd',
    story: 'Six years, clean filings',
    outcome: 'Approved',
    tone: 'positive',
  },
  {
    number: '00000402',
    name: 'Thin File Ltd',
    story: 'Four months old',
    outcome: 'Referred, then declined',
    detail: 'insufficient_trading_history',
    tone: 'danger',
  },
  {
    number: '00000403',
    name: 'Second Look Ltd',
    story: 'Mixed signals',
    outcome: 'Referred, then approved',
    detail: 'with a smaller offer',
    tone: 'caution',
  },
  {
    number: '00000404',
    name: 'Adverse Ltd',
    story: 'County-court judgments',
    outcome: 'Declined',
    detail: 'adverse_credit',
    tone: 'danger',
  },
  {
    number: '00000405',
    name: 'Stretched Ltd',
    story: 'Low inflow',
    outcome: 'Approved up to £20,000',
    detail: 'above: declined, affordability',
    tone: 'caution',
  },
  {
    number: '00000406',
    name: 'Unverified Ltd',
    story: 'Its director cannot be identified',
    outcome: 'Declined',
    detail: 'identity_unverified',
    tone: 'danger',
  },
  {
    number: '00000407',
    name: 'Out of Appetite Ltd',
    story: 'In an excluded sector',
    outcome: 'Declined',
    detail: 'out_of_appetite',
    tone: 'danger',
  },
  {
    number: '00000408',
    name: 'Slow Ltd',
    story: 'Keeps you waiting',
    outcome: 'Pending for 30 s, then approved',
    tone: 'info',
  },
  {
    number: '00000409',
    name: 'Dissolved Ltd',
    story: 'No longer on the register',
    outcome: 'Refused: 422',
    detail: 'invalid_company_number',
    tone: 'neutral',
  },
  {
    number: '00000410',
    name: 'Many Offers Ltd',
    story: 'A choice to make',
    outcome: 'Approved',
    detail: 'with three offers',
    tone: 'positive',
  },
];
