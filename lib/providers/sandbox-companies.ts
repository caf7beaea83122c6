// The companies of the sandbox (contract §10). Each is described by facts; the outcome it is known for follows
// from them through the ordinary policy. The same table answers for the twins `ZZ0004nn` where live providers
// are simulated.
import type { CompanyStatus } from './company-registry/port';

export interface SandboxCompany {
  /** Last three digits of its number. */
  readonly ending: string;
  readonly name: string;
  readonly status: CompanyStatus;
  /** Age at whatever date it is asked about, so that outcomes do not change with the calendar. */
  readonly monthsTrading: number;
  readonly sicCode: string;
  readonly directorIdentified: boolean;
  readonly monthlyInflowPence: number;
  readonly existingDebtPence: number;
  readonly monthlyDebtServicePence: number;
  readonly unsatisfiedJudgments: number;
  readonly judgmentsPence: number;
  readonly filingsOverdue: number;
  /** Business time between the question to the bureau and its answer. */
  readonly bureauDelaySeconds: number;
}

/** A sound company: what the others differ from. Carries £250,000 over the shortest term. */
const sound = {
  status: 'active',
  monthsTrading: 72,
  sicCode: '25620', // machining
  directorIdentified: true,
  monthlyInflowPence: 60_000_000,
  existingDebtPence: 4_000_000,
  monthlyDebtServicePence: 200_000,
  unsatisfiedJudgments: 0,
  judgmentsPence: 0,
  filingsOverdue: 0,
  bureauDelaySeconds: 0,
} as const satisfies Partial<SandboxCompany>;

export const sandboxCompanies: readonly SandboxCompany[] = [
  { ...sound, ending: '401', name: 'Healthy Ltd' },
  { ...sound, ending: '402', name: 'Thin File Ltd', monthsTrading: 4 },
  { ...sound, ending: '403', name: 'Second Look Ltd', monthsTrading: 30, filingsOverdue: 1 },
  { ...sound, ending: '404', name: 'Adverse Ltd', unsatisfiedJudgments: 2, judgmentsPence: 1_840_000 },
  {
    ...sound,
    ending: '405',
    name: 'Stretched Ltd',
    monthsTrading: 36,
    monthlyInflowPence: 6_000_000,
    existingDebtPence: 4_000_000,
    monthlyDebtServicePence: 300_000,
  },
  { ...sound, ending: '406', name: 'Unverified Ltd', directorIdentified: false },
  { ...sound, ending: '407', name: 'Out of Appetite Ltd', sicCode: '92000' }, // gambling and betting
  { ...sound, ending: '408', name: 'Slow Ltd', bureauDelaySeconds: 30 },
  { ...sound, ending: '409', name: 'Dissolved Ltd', status: 'dissolved' },
  {
    ...sound,
    ending: '410',
    name: 'Many Offers Ltd',
    monthsTrading: 144,
    monthlyInflowPence: 150_000_000,
    existingDebtPence: 0,
    monthlyDebtServicePence: 0,
  },
];

/** Where a set of test companies lives: the sandbox's own numbers, or the twins of simulated live providers. */
export type NumberPrefix = '00000' | 'ZZ000';

/** The test company with this number under this prefix, if there is one. */
export function findSandboxCompany(prefix: NumberPrefix, companyNumber: string): SandboxCompany | undefined {
  return sandboxCompanies.find(({ ending }) => companyNumber === prefix + ending);
}
