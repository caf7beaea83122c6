// A bureau that knows the test companies under one prefix.
import { addMonths, toIsoDate } from '@/lib/core/dates';
import { findSandboxCompany, type NumberPrefix } from '../sandbox-companies';
import { ProviderUnavailable } from '../unavailable';
import type { Bureau } from './port';

/** A deterministic bureau: the answer depends on nothing but the company and the date. */
export function simulatedBureau(prefix: NumberPrefix): Bureau {
  return {
    report: async ({ companyNumber, askedAt, now }) => {
      const company = findSandboxCompany(prefix, companyNumber);
      if (!company) throw new ProviderUnavailable('bureau');
      const readyAt = new Date(askedAt.getTime() + company.bureauDelaySeconds * 1_000);
      if (now < readyAt) return { kind: 'pending', readyAt };
      return {
        kind: 'report',
        report: {
          incorporatedOn: addMonths(toIsoDate(now), -company.monthsTrading),
          sicCode: company.sicCode,
          directorIdentified: company.directorIdentified,
          monthlyInflowPence: company.monthlyInflowPence,
          existingDebtPence: company.existingDebtPence,
          monthlyDebtServicePence: company.monthlyDebtServicePence,
          unsatisfiedJudgments: company.unsatisfiedJudgments,
          judgmentsPence: company.judgmentsPence,
          filingsOverdue: company.filingsOverdue,
        },
      };
    },
  };
}
