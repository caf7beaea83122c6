// An act on the controls of money-out (limits, stops): in a transaction of its own, behind the closed gate, on record also
// when it is refused.
import { actorId } from '@/lib/core/actor';
import { ApiError } from '@/lib/core/errors';
import { recordAudit } from '@/lib/audit';
import { withTransaction, type Transaction } from '@/lib/db';
import type { OfficerContext, StaffRole } from './officers';
import { MoneyOutRefused } from './refused';
import { closeGate, readOfficer } from './repository/situation';

interface ControlCall {
  readonly ctx: OfficerContext;
  /** Name in the audit trail, such as `money_out.stop`. */
  readonly act: string;
  readonly roles: readonly StaffRole[];
}

/** What the act did: the object it is about, and facts for the audit trail. */
interface Done<T> {
  readonly objectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly result: T;
}

async function requireRole({ ctx, roles }: ControlCall, tx: Transaction): Promise<void> {
  // A job of our own may stop, never start: `work` and the database see to that.
  if (ctx.actor.kind === 'system') return;
  const { role } = await readOfficer(actorId(ctx.actor), tx);
  if (ctx.actor.kind === 'staff' && role !== null && roles.includes(role)) return;
  throw new MoneyOutRefused({
    rule: 'role',
    sentence: 'Your role does not allow this.',
    whoCan: `${roles.join(' or ')}.`,
  });
}

/** @throws MoneyOutRefused, and whatever `work` throws. */
export async function controlAct<T>(
  call: ControlCall,
  work: (tx: Transaction, personId: string, now: Date) => Promise<Done<T>>,
): Promise<T> {
  const { ctx, act } = call;
  const { actor, requestId } = ctx;
  const entry = { stream: 'platform', actor, requestId };
  try {
    return await withTransaction(async (tx) => {
      await closeGate(tx);
      await requireRole(call, tx);
      const { objectId, detail, result } = await work(tx, actorId(actor), new Date());
      await recordAudit(tx, { ...entry, act, objectId, detail });
      return result;
    });
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) {
      const rule = error instanceof MoneyOutRefused ? error.refusal.rule : error.code;
      const refused = { act: `${act}_refused`, objectId: 'money_out', detail: { rule } };
      await withTransaction((tx) => recordAudit(tx, { ...entry, ...refused }));
    }
    throw error;
  }
}
