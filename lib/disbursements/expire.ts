// What the clock does to a request (contract §8): after 4 hours an approval is void, after 7 days the request ends.
import { withTransaction } from '@/lib/db';
import { findExpiring, findLapsing, type DisbursementRow } from './repository/disbursements';
import { disbursementTransitions, type DisbursementAct } from './state';
import { lockDisbursement, moveDisbursement } from './transition';

const batch = 200;
const actor = { kind: 'system', job: 'disbursements.expire' } as const;

interface Sweep {
  readonly find: (limit: number) => Promise<{ id: string }[]>;
  readonly act: DisbursementAct;
  readonly dueAt: (row: DisbursementRow) => Date | null;
  readonly because: string;
}

/** @returns whether it was still due when its turn came. */
function endOne(id: string, { act, dueAt, because }: Sweep): Promise<boolean> {
  return withTransaction(async (tx) => {
    const locked = await lockDisbursement({ tx }, id);
    const due = dueAt(locked.row);
    const isDue = due !== null && due <= locked.now;
    if (!isDue || !disbursementTransitions[act].from.includes(locked.row.status)) return false;
    await moveDisbursement({ tx, actor }, locked, { act, auditDetail: { because } });
    return true;
  });
}

async function sweepAll(sweep: Sweep): Promise<number> {
  let ended = 0;
  for (;;) {
    const due = await sweep.find(batch);
    let progress = 0;
    for (const { id } of due) progress += Number(await endOne(id, sweep));
    ended += progress;
    // Without progress the rest is in somebody else's hands; the next run looks again.
    if (due.length < batch || progress === 0) return ended;
  }
}

const sweeps: readonly Sweep[] = [
  { find: findExpiring, act: 'expired', dueAt: (row) => row.expiresAt, because: 'seven days over' },
  { find: findLapsing, act: 'voided', dueAt: (row) => row.approvalExpiresAt, because: 'approval lapsed' },
];

/** Ends this request, or its approval, if that is due on its project's clock. */
export async function expireDisbursement(id: string): Promise<void> {
  for (const sweep of sweeps) await endOne(id, sweep);
}

/** Ends all that is due. @returns how many requests and approvals. */
export async function expireDisbursements(): Promise<number> {
  let ended = 0;
  for (const sweep of sweeps) ended += await sweepAll(sweep);
  return ended;
}
