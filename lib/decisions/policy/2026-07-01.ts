// The credit policy in force since 1 July 2026.
import type { Policy } from './shape';

export const policy20260701: Policy = {
  version: '2026-07-01',
  // Gambling, tobacco, weapons, and lenders themselves.
  excludedSicCodes: ['92000', '12000', '25400', '64921', '64922', '64929'],
  judgments: { mostUnsatisfied: 1, mostPence: 100_000 },
  tradingHistory: { automaticFromMonths: 12, leastMonths: 6 },
  filings: { mostOverdue: 0 },
  thinEvidence: { shareBasisPoints: 6_000, roundDownToPence: 10_000 },
  affordability: {
    inflowShareBasisPoints: 3_000,
    leastCoveragePercent: 125,
    mostDebtToInflowPercent: 100,
  },
  scorecard: {
    months_trading: {
      reason: 'insufficient_trading_history',
      better: 'higher',
      bands: [
        { atLeast: 120, points: 25 },
        { atLeast: 60, points: 20 },
        { atLeast: 24, points: 15 },
        { atLeast: 12, points: 10 },
        { atLeast: 6, points: 5 },
      ],
    },
    unsatisfied_judgments: {
      reason: 'adverse_credit',
      better: 'lower',
      bands: [
        { atMost: 0, points: 20 },
        { atMost: 1, points: 8 },
      ],
    },
    filings_overdue: {
      reason: 'adverse_credit',
      better: 'lower',
      bands: [
        { atMost: 0, points: 15 },
        { atMost: 1, points: 5 },
      ],
    },
    debt_to_inflow_percent: {
      reason: 'affordability',
      better: 'lower',
      bands: [
        { atMost: 10, points: 20 },
        { atMost: 50, points: 15 },
        { atMost: 100, points: 8 },
      ],
    },
    coverage_percent: {
      reason: 'affordability',
      better: 'higher',
      bands: [
        { atLeast: 300, points: 20 },
        { atLeast: 200, points: 15 },
        { atLeast: 125, points: 8 },
      ],
    },
  },
  grades: [
    { grade: 'A', fromScore: 75, yearlyRateBasisPoints: 990 },
    { grade: 'B', fromScore: 55, yearlyRateBasisPoints: 1_490 },
    { grade: 'C', fromScore: 40, yearlyRateBasisPoints: 2_490 },
  ],
  choice: { fromScore: 100, offers: 3 },
  fee: { basisPoints: 200, minimumPence: 500 },
  offerValidDays: 14,
};
