// One POST to one checked target: connects to the checked addresses and to no other, follows nothing, reads little.
import {
  request as requestHttp,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { CheckedAddress, WebhookTarget } from '../target-guard';
import { outcomeOfSilence, outcomeOfStatus, type Failure, type Outcome } from './outcome';

/** Of a reply at most so much is read (contract §9), and so much is kept. */
const mostReplyBytes = 64 * 1_024;
const keptReplyBytes = 1_024;
const mostHeaderBytes = 16 * 1_024;

export interface Message {
  readonly target: WebhookTarget;
  readonly addresses: readonly CheckedAddress[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The second half of the body comes so much later; left out: it comes at once. */
  readonly pauseMs?: number | undefined;
}

/** Answers Node's look-up with what was checked: the name is not asked for a second time. */
function answerWith(addresses: readonly CheckedAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}

function optionsOf({ target, addresses, headers, body }: Message, signal: AbortSignal): RequestOptions {
  const { url, local } = target;
  return {
    method: 'POST',
    // A local URL may be spelled as an address, for which Node would not look anything up; both families are tried.
    hostname: local ? 'localhost' : url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    path: `${url.pathname}${url.search}`,
    headers: {
      Host: url.host,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'Credicorp-Webhooks/1.0',
      ...headers,
    },
    agent: false, // no connection outlives its attempt, so none was checked long ago
    lookup: answerWith(addresses),
    maxHeaderSize: mostHeaderBytes,
    signal,
  };
}

const certificateErrors = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$|UNABLE_TO_|HOSTNAME_MISMATCH$|EPROTO$)/; // prettier-ignore

function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return 'timeout';
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && certificateErrors.test(code)
    ? 'invalid_certificate'
    : 'connection_failed';
}

/** The beginning of the body as text that every store takes; read until enough, the end, or the deadline. */
async function headOf(reply: IncomingMessage): Promise<string | null> {
  const kept: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of reply) {
      const piece = chunk as Buffer;
      if (bytes < keptReplyBytes) kept.push(piece);
      bytes += piece.length;
      if (bytes >= mostReplyBytes) break;
    }
  } catch {
    // Cut, or out of time: the status has been said, and that is what counts.
  } finally {
    reply.destroy();
  }
  const text = Buffer.concat(kept).subarray(0, keptReplyBytes).toString('utf8').replaceAll('\0', '\uFFFD');
  return text === '' ? null : text;
}

function sendBody(request: ClientRequest, { body, pauseMs }: Message): void {
  if (pauseMs === undefined) {
    request.end(body);
    return;
  }
  const bytes = Buffer.from(body);
  const half = Math.floor(bytes.length / 2);
  request.write(bytes.subarray(0, half));
  const timer = setTimeout(() => request.end(bytes.subarray(half)), pauseMs);
  request.on('close', () => clearTimeout(timer));
}

/** Sends the message. Never rejects. `signal` is the end of the attempt's time. */
export async function post(message: Message, signal: AbortSignal): Promise<Outcome> {
  const send = message.target.url.protocol === 'https:' ? requestHttps : requestHttp;
  try {
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(optionsOf(message, signal), resolve);
      request.on('error', reject);
      // 101 is no success; nobody speaks another protocol here.
      request.on('upgrade', (_, socket) => {
        socket.destroy();
        reject(new Error('the receiver changed protocols'));
      });
      sendBody(request, message);
    });
    reply.on('error', () => undefined); // headOf sees it
    return outcomeOfStatus(reply.statusCode ?? 0, await headOf(reply));
  } catch (error) {
    return outcomeOfSilence(failureOf(error, signal));
  }
}
