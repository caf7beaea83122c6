// Runs the verb. A read runs on the pool; a change runs in one transaction together with the record of its
// answer, so that effect and answer are both there or neither is (contract §6).
import { ApiError } from '@/lib/core/errors';
import type { Context } from '@/lib/core/context';
import { withTransaction } from '@/lib/db';
import { answerOnce, findStoredAnswer, storable, storeRefusal, type KeyedRequest } from '@/lib/idempotency';
import { errorAnswer } from '../error-response';
import { required, type Answer, type Exchange, type Step } from '../exchange';
import type { ChangeOperation } from '../operation';
import { serialise } from '../serialise';

function contextOf(exchange: Exchange): Context {
  return {
    requestId: exchange.requestId,
    actor: required(exchange.actor, 'actor'),
    project: required(exchange.project, 'project'),
    clock: required(exchange.clock, 'clock'),
    ...(exchange.deadline && { deadline: exchange.deadline }),
  };
}

type Input = { params: Record<string, string>; query: unknown; body: unknown };

const replayed = (answer: { status: number; body: string }): Answer => ({
  ...answer,
  headers: { 'idempotency-replayed': 'true' },
});

async function runChange(exchange: Exchange, operation: ChangeOperation): Promise<Answer> {
  const ctx = contextOf(exchange);
  const { params, query, body } = required(exchange.input, 'input') as Input;
  const act = async (prepared: unknown, tx: Parameters<Parameters<typeof withTransaction>[0]>[0]) =>
    serialise(exchange, await operation.handler({ ctx: { ...ctx, tx }, params, query, body, prepared }));

  if (exchange.idempotencyKey === undefined) {
    const prepared = await operation.prepare?.({ ctx, params, body });
    return withTransaction((tx) => act(prepared, tx), { deadline: exchange.deadline });
  }

  const keyed: KeyedRequest = {
    projectId: ctx.project.id,
    method: exchange.request.method,
    path: exchange.url.pathname,
    key: exchange.idempotencyKey,
    payload: exchange.payload,
  };
  if (operation.prepare) {
    // A replay must not ask the provider again.
    const stored = await findStoredAnswer(keyed);
    if (stored) return replayed(stored);
  }
  try {
    const prepared = await operation.prepare?.({ ctx, params, body });
    const outcome = await withTransaction((tx) => answerOnce(tx, keyed, () => act(prepared, tx)), {
      deadline: exchange.deadline,
    });
    return outcome.replayed ? replayed(outcome.answer) : outcome.answer;
  } catch (error) {
    if (error instanceof ApiError && storable(error)) {
      const refusal = errorAnswer(error, exchange.requestId);
      const outcome = await storeRefusal(keyed, refusal);
      if (outcome.replayed) return replayed(outcome.answer);
    }
    throw error;
  }
}

export const execute: Step = async (exchange) => {
  const { operation } = exchange;
  if (operation.kind === 'change') {
    exchange.answer = await runChange(exchange, operation);
    return;
  }
  const { params, query } = required(exchange.input, 'input') as Input;
  const token = required(exchange.token, 'token');
  const result = await operation.handler({
    ctx: contextOf(exchange),
    params,
    query,
    exchange: { scopes: [...token.scopes], buckets: required(exchange.buckets, 'buckets') },
  });
  exchange.answer = serialise(exchange, result);
};
