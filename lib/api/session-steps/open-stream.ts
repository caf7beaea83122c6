// Server-sent events (HTML §9.2): what the handler yields, a heartbeat in between, and the end as soon as the session
// or its role has gone.
import { rereadSession } from '@/lib/auth';
import { partnerHeaders } from '../response-headers';
import { required } from '../exchange';
import type { SessionExchange, SessionStep } from '../session-exchange';
import { contextOf } from './execute-session';
import { requireRole } from './require-role';

/** One message of a stream. */
export interface StreamMessage {
  readonly event?: string;
  readonly id?: string;
  /** Anything JSON can say. */
  readonly data: unknown;
}

type StreamHandler = (call: { ctx: object; signal: AbortSignal }) => AsyncIterable<StreamMessage>;

const checkEveryMs = 1_000;
const heartbeatEvery = 15; // checks

const encoder = new TextEncoder();

function encode({ event, id, data }: StreamMessage): Uint8Array {
  const lines = [
    ...(event === undefined ? [] : [`event: ${event}`]),
    ...(id === undefined ? [] : [`id: ${id}`]),
    `data: ${JSON.stringify(data)}`,
  ];
  return encoder.encode(`${lines.join('\n')}\n\n`);
}

async function mayGoOn(exchange: SessionExchange): Promise<boolean> {
  const session = await rereadSession(required(exchange.session, 'session'));
  if (!session) return false;
  await requireRole({ ...exchange, session });
  return true;
}

export const openStream: SessionStep = (exchange) => {
  const ended = new AbortController();
  const handler = exchange.operation.handler as unknown as StreamHandler;
  const messages = handler({
    ctx: contextOf(exchange),
    ...required(exchange.input, 'input'),
    signal: ended.signal,
  });
  let isCancelled = false;
  exchange.request.signal.addEventListener('abort', () => ended.abort(), { once: true });
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let checks = 0;
      const timer = setInterval(() => {
        checks += 1;
        if (checks % heartbeatEvery === 0) controller.enqueue(encoder.encode(': still here\n\n'));
        mayGoOn(exchange).then(
          (may) => void (may || ended.abort()),
          () => ended.abort(), // a browser tries again by itself
        );
      }, checkEveryMs).unref();
      ended.signal.addEventListener('abort', () => {
        clearInterval(timer);
        if (!isCancelled) controller.close(); // a stream that its reader let go of is closed already
      }, { once: true }); // prettier-ignore
      controller.enqueue(encoder.encode('retry: 2000\n\n'));
      void (async () => {
        try {
          for await (const message of messages) {
            if (ended.signal.aborted) return;
            controller.enqueue(encode(message));
          }
        } finally {
          ended.abort();
        }
      })().catch(() => {});
    },
    cancel: () => {
      isCancelled = true;
      ended.abort();
    },
  });
  const headers = {
    ...partnerHeaders(exchange.requestId),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  };
  exchange.response = new Response(body, { headers });
};
