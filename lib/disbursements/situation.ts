// Gathers what the rules look at.
import { assert } from '@/lib/core/assert';
import type { Transaction } from '@/lib/db';
import { failedCards, type Evidence } from './evidence';
import type { DisbursementRow } from './repository/disbursements';
import { readSituationRow } from './repository/situation';
import type { Situation } from './rules';
import { ukDay, ukDayStart } from './uk-day';

export async function readSituation(
  row: DisbursementRow,
  evidence: Evidence,
  now: Date,
  tx?: Transaction,
): Promise<Situation> {
  const found = await readSituationRow(row.id, ukDay(now), ukDayStart(now), tx);
  assert(found, 'an installation has limits in force');
  const { perItemPence, perPersonDayPence, perPartnerDayPence, ...rest } = found;
  return {
    ...rest,
    row,
    now,
    failedEvidence: failedCards(evidence),
    callBackRecorders: new Set(found.callBackRecorders),
    partnerVerifiers: new Set(found.partnerVerifiers),
    limitChangersToday: new Set(found.limitChangersToday),
    personTodayPence: new Map(Object.entries(found.personTodayPence)),
    limits: { perItemPence, perPersonDayPence, perPartnerDayPence },
  };
}
