import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Money } from '@/components/ui/money';
import { Stat } from '@/components/ui/stat';
import type { Reconciliation } from '@/lib/ops';

function Verdict({ totals }: { totals: Reconciliation }) {
  const { difference_pence: difference } = totals;
  const agrees = difference === 0;
  const Icon = agrees ? CircleCheck : TriangleAlert;
  return (
    <div
      className={`flex items-center gap-3 rounded-surface border p-4 ${agrees ? 'border-accent/25 bg-accent-soft' : 'border-danger/30 bg-danger-soft'}`}
    >
      <Icon aria-hidden className={`size-5 shrink-0 ${agrees ? 'text-accent' : 'text-danger'}`} />
      <div>
        <p className="text-ink-soft">Difference</p>
        <p className="text-28 font-semibold tracking-[-0.01em]">
          {difference === null ? 'Unknown' : <Money pence={difference} />}
        </p>
        <p className="text-13 text-ink-soft">
          {difference === null
            ? 'The bank cannot be asked now; the other two totals stand.'
            : agrees
              ? 'All three agree, apart from payments that are on their way.'
              : 'What no payment under way explains.'}
        </p>
      </div>
    </div>
  );
}

/** Three totals, one difference. */
export function Totals({ totals }: { totals: Reconciliation }) {
  const { bank_pence: bank, not_yet_at_bank_pence: underWay } = totals;
  return (
    <div className="grid gap-3 lg:grid-cols-[1fr_1fr_1fr_1.3fr]">
      <Stat
        label="Released"
        value={<Money pence={totals.released_pence} />}
        note="By two people, and not come back"
      />
      <Stat
        label="Bank’s record"
        value={bank === null ? 'No answer' : <Money pence={bank} />}
        note={
          underWay !== null && underWay > 0 ? (
            <>
              <Money pence={underWay} /> not there yet
            </>
          ) : (
            'Taken, and not sent back'
          )
        }
      />
      <Stat label="Ledger" value={<Money pence={totals.ledger_pence} />} note="In flight and owed" />
      <Verdict totals={totals} />
    </div>
  );
}
