// Runs the verb: a read on the pool, a change in one transaction.
import { projectClock } from '@/lib/core/clock';
import { withTransaction, type Transaction } from '@/lib/db';
import { actorOf } from '@/lib/auth';
import { required } from '../exchange';
import { partnerHeaders } from '../response-headers';
import type { SessionExchange, SessionStep } from '../session-exchange';
import { Reply } from '../session-operation';

/** What every handler may know. */
export function contextOf(exchange: SessionExchange): Record<string, unknown> {
  const { requestId, caller, session, project, request } = exchange;
  return {
    requestId,
    caller,
    clock: projectClock(project?.clockOffsetSeconds ?? 0),
    ...(!session && { cookieHeader: request.headers.get('cookie') }),
    ...(session && { session, actor: actorOf(session) }),
    ...(session?.kind === 'partner' && { partnerId: session.partner.id }),
    ...(project && { project }),
  };
}

function respond(exchange: SessionExchange, result: unknown): Response {
  const reply = result instanceof Reply ? result : new Reply(result);
  const { status = reply.body === undefined ? 204 : 200, cookies = [] } = reply.options;
  const headers = new Headers(partnerHeaders(exchange.requestId));
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  if (status === 204) headers.delete('content-type');
  return new Response(status === 204 ? null : JSON.stringify(reply.body), { status, headers });
}

export const executeSession: SessionStep = async (exchange) => {
  const { operation } = exchange;
  const handler = operation.handler as (call: object) => Promise<unknown>;
  const ctx = contextOf(exchange);
  const input = required(exchange.input, 'input');
  const act = (tx?: Transaction) => handler({ ctx: { ...ctx, ...(tx && { tx }) }, ...input });
  exchange.response = respond(exchange, operation.inTransaction ? await withTransaction(act) : await act());
};
