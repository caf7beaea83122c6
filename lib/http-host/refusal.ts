// What the host says itself to requests that no route can see: unreadable HTTP, and a host that is broken.
// Always the envelope of contract §5, never HTML, and the connection is closed after it.
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { errorAnswer } from '@/lib/api/error-response';
import { partnerHeaders } from '@/lib/api/response-headers';
import { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';

/** How long a refused caller may go on sending before its connection is cut. */
const lingerMs = 1_000;

export interface Refusal {
  readonly status: 400 | 408 | 414 | 431;
  /** Public sentence. */
  readonly reason: string;
}

function prepared({ status, reason }: Refusal) {
  const requestId = newId('req');
  const answer = errorAnswer(new ApiError('malformed_request', { status, message: reason }), requestId);
  const headers = {
    ...partnerHeaders(requestId),
    ...answer.headers,
    'content-length': String(Buffer.byteLength(answer.body)),
    connection: 'close',
  };
  return { status, headers, body: answer.body };
}

/** Refuses a request that Node could parse. */
export function refuse(outgoing: ServerResponse, refusal: Refusal): void {
  const { status, headers, body } = prepared(refusal);
  outgoing.writeHead(status, headers).end(body);
}

/**
 * Refuses on the bare socket, where there is no `ServerResponse`. The socket is read to its end for a
 * moment: closing it with bytes unread would reset the connection and take the answer with it.
 */
export function refuseOnSocket(socket: Socket | Duplex, refusal: Refusal): void {
  const { status, headers, body } = prepared(refusal);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ndate: ${new Date().toUTCString()}\r\n${lines.join('')}\r\n`;
  socket.end(head + body);
  setTimeout(() => socket.destroy(), lingerMs).unref();
}
