// An act in a transaction of its own that is on record also when it is refused: its own entry was rolled back with it.
import type { Actor } from '@/lib/core/actor';
import { ApiError } from '@/lib/core/errors';
import { withTransaction, type Transaction } from '@/lib/db';
import { recordAudit } from './record';

interface ActCall {
  readonly ctx: { readonly actor: Actor; readonly requestId?: string | undefined };
  /** Name in the audit trail, such as `money_out.stop`. */
  readonly act: string;
  /** What a refusal is recorded about. */
  readonly subject: string;
  /** Names the rule that a refusal broke; its code when left out. */
  readonly ruleOf?: (error: ApiError) => string;
}

/** What the act did: the object it is about, and facts for the audit trail. */
export interface Done<T> {
  readonly objectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly result: T;
}

/** Runs `work` and records it on the stream of the platform. @throws whatever `work` throws, once the refusal is recorded. */
export async function actOnRecord<T>(
  { ctx, act, subject, ruleOf = ({ code }) => code }: ActCall,
  work: (tx: Transaction) => Promise<Done<T>>,
): Promise<T> {
  const entry = { stream: 'platform', actor: ctx.actor, requestId: ctx.requestId };
  try {
    return await withTransaction(async (tx) => {
      const { objectId, detail, result } = await work(tx);
      await recordAudit(tx, { ...entry, act, objectId, detail });
      return result;
    });
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) {
      const refusal = { act: `${act}_refused`, objectId: subject, detail: { rule: ruleOf(error) } };
      await withTransaction((tx) => recordAudit(tx, { ...entry, ...refusal }));
    }
    throw error;
  }
}
