// An act on the controls of money-out (limits, stops): behind the closed gate, on record also when it is refused.
import { actorId } from '@/lib/core/actor';
import { actOnRecord, type Done } from '@/lib/audit';
import type { Transaction } from '@/lib/db';
import type { OfficerContext, StaffRole } from './officers';
import { MoneyOutRefused } from './refused';
import { closeGate, readOfficer } from './repository/situation';

interface ControlCall {
  readonly ctx: OfficerContext;
  /** Name in the audit trail, such as `money_out.stop`. */
  readonly act: string;
  readonly roles: readonly StaffRole[];
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
export function controlAct<T>(
  call: ControlCall,
  work: (tx: Transaction, personId: string, now: Date) => Promise<Done<T>>,
): Promise<T> {
  const { ctx, act } = call;
  const ruleOf = (error: Error & { code: string }) =>
    error instanceof MoneyOutRefused ? error.refusal.rule : error.code;
  return actOnRecord({ ctx, act, subject: 'money_out', ruleOf }, async (tx) => {
    await closeGate(tx);
    await requireRole(call, tx);
    return work(tx, actorId(ctx.actor), new Date());
  });
}
