// The simulated bank's HTTP face, on loopback. Its own process in development and in tests; it knows nothing of ours.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { behaviourOf } from './behaviour';
import { ReferenceTaken, type SimulatedBank } from './bank';
import type { PaymentInstruction } from '../port';

/** Longer than any caller waits. */
const lateMs = 8_000;

/** What a test may demand of the next payments: `POST /knobs`. */
interface Knobs {
  /** Refuse them for good with this code. */
  refuse?: string | null;
  /** Take them and answer 500, answer late, or cut the connection; `before_taking` cuts it without taking them. */
  answer?: 'error_after_taking' | 'late' | 'lost' | 'lost_before_taking' | null;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function takePayment(
  bank: SimulatedBank,
  knobs: Knobs,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const instruction = JSON.parse(await text(request)) as PaymentInstruction;
  const how = knobs.answer ?? behaviourOf(instruction.payee.accountNumber).answer;
  if (how === 'lost_before_taking') return void request.socket.destroy();
  try {
    const { line } = bank.take(instruction, knobs.refuse ?? null);
    if (how === 'lost') return void request.socket.destroy();
    if (how === 'late') await wait(lateMs, undefined, { ref: false });
    if (how === 'error_after_taking') return void answer(response, 500, { error: 'internal' });
    answer(response, line.state === 'refused' ? 422 : 201, { state: line.state, code: line.code });
  } catch (error) {
    if (!(error instanceof ReferenceTaken)) throw error;
    answer(response, 409, { error: 'reference_taken' });
  }
}

/**
 * Serves `bank`: `POST /payments`, `GET /payments/{reference}`, `GET /payments?since=`, and for tests `POST /knobs` and
 * `POST /payments/{reference}/{settled|returned}`.
 */
export function bankServer(bank: SimulatedBank): Server {
  const knobs: Knobs = {};
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://bank');
    const [, collection, reference, act] = url.pathname.split('/');
    if (request.method === 'POST' && url.pathname === '/payments')
      return takePayment(bank, knobs, request, response);
    if (request.method === 'POST' && url.pathname === '/knobs') {
      Object.assign(knobs, JSON.parse(await text(request)));
      return void answer(response, 200, knobs);
    }
    if (collection === 'payments' && reference === undefined)
      return void answer(response, 200, { payments: bank.since(Number(url.searchParams.get('since') ?? 0)) });
    if (collection === 'payments' && (act === 'settled' || act === 'returned'))
      return void answer(response, bank.end(String(reference), act) ? 200 : 409, {});
    const payment = collection === 'payments' ? bank.find(String(reference)) : null;
    answer(response, payment ? 200 : 404, payment ?? { error: 'unknown' });
  };
  return createServer((request, response) => {
    handle(request, response).catch(() => answer(response, 400, { error: 'malformed' }));
  });
}
