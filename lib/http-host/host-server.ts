// The one HTTP server of a process: the API rings by direct call, everything else by Next. What cannot be
// read as HTTP is answered here, in the envelope of contract §5.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { withConnection } from '@/lib/api/connection';
import { maximumBodyBytes } from '@/lib/api/steps/declared-length';
import { callRoute } from './api-listener';
import { NodeConnection } from './node-connection';
import { refuse, refuseOnSocket, type Refusal } from './refusal';
import { maximumTargetLength, readTarget } from './request-target';
import { makeRouter, type RouteTable } from './router';

export type PageHandler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> | void;

export interface HostServerOptions {
  readonly routes: RouteTable;
  /** Answers every path that no route has. */
  readonly pages: PageHandler;
}

/** A caller has this long to send its headers, and this long to send the whole request (contract §3: 20 s). */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 20_000;
/** Longer than the 60 s that load balancers keep idle connections, so that they close first. */
const keepAliveTimeoutMs = 65_000;

const hostValue = /^[A-Za-z0-9._~!$&'()*+,;=%\-[\]:]+$/;

/** What is wrong with the Host header (RFC 9112 §3.2); undefined when nothing is. */
function hostFault(incoming: IncomingMessage): string | undefined {
  const { rawHeaders } = incoming;
  let value: string | undefined;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string;
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue;
    if (value !== undefined) return 'The Host header stands twice.';
    value = rawHeaders[i + 1];
  }
  if (value === undefined) return incoming.httpVersion === '1.0' ? undefined : 'The Host header is missing.';
  return hostValue.test(value) ? undefined : 'The Host header is malformed.';
}

// The latest exchange of each connection, so that a parser's error can be told apart from earlier requests.
const latestExchange = Symbol('latest exchange');
const refusedSocket = Symbol('refused');
type HostSocket = Socket & {
  [latestExchange]?: { incoming: IncomingMessage; outgoing: ServerResponse };
  [refusedSocket]?: true;
};

function refusalOf(error: Error & { code?: string; rawPacket?: Buffer }): Refusal {
  switch (error.code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, reason: 'The request did not arrive in time.' };
    case 'HPE_HEADER_OVERFLOW': {
      const lineEnd = error.rawPacket?.indexOf('\r\n') ?? 0;
      const startsRequest = /^[A-Z]+ \//.test(error.rawPacket?.subarray(0, 32).toString('latin1') ?? '');
      const longLine = startsRequest && (lineEnd === -1 || lineEnd > maximumTargetLength);
      if (longLine) return { status: 414, reason: 'The URL is longer than 8 KiB.' };
      return { status: 431, reason: 'The headers are longer than 16 KiB.' };
    }
    default:
      return { status: 400, reason: 'The request could not be read as HTTP.' };
  }
}

/** Node could not read what came. The answer must not be taken for that of an earlier, pipelined request. */
function answerUnreadable(error: Error & { code?: string }, socket: HostSocket): void {
  if (socket[refusedSocket]) return;
  socket[refusedSocket] = true;
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = refusalOf(error);
  const latest = socket[latestExchange];
  if (!latest || latest.outgoing.destroyed) {
    refuseOnSocket(socket, refusal);
  } else if (latest.incoming.complete) {
    // Earlier requests came whole and are still being answered: they go first.
    latest.outgoing.once('close', () => (socket.writable ? refuseOnSocket(socket, refusal) : undefined));
  } else if (latest.outgoing.headersSent || latest.outgoing.socket !== socket) {
    // The broken body belongs to a request that has its answer already, or waits behind another one.
    socket.destroy();
  } else {
    refuseOnSocket(socket, refusal);
  }
}

export interface HostServer {
  readonly server: Server;
  /** From now on every answer closes its connection. */
  drain(): void;
}

/** Makes the server; listening is the caller's business. */
export function createHostServer({ routes, pages }: HostServerOptions): HostServer {
  const findRoute = makeRouter(routes);
  let draining = false;

  const serve = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    (incoming.socket as HostSocket)[latestExchange] = { incoming, outgoing };
    if (draining) outgoing.shouldKeepAlive = false;
    const fault = hostFault(incoming);
    if (fault !== undefined) return refuse(outgoing, { status: 400, reason: fault });
    const target = readTarget(incoming.url ?? '');
    if (target.kind === 'refused') return refuse(outgoing, target);
    const match = findRoute(target.segments);
    withConnection(new NodeConnection(incoming, outgoing), () => {
      if (!match) return void pages(incoming, outgoing);
      incoming.url = target.path + target.search;
      callRoute(match, incoming, outgoing);
    });
  };

  const server = createServer(
    {
      requireHostHeader: false, // Node would answer without a body; `hostFault` does it
      shouldUpgradeCallback: () => false, // nothing here speaks another protocol: the request is answered as it is
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: keepAliveTimeoutMs,
      connectionsCheckingInterval: 1_000,
    },
    serve,
  );
  server.maxHeadersCount = 0; // Node drops headers beyond a count silently; 16 KiB is the limit that speaks
  server.on('clientError', answerUnreadable);
  server.on('checkContinue', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    // No go-ahead for a body that will be refused by its length alone.
    if (!(Number(incoming.headers['content-length']) > maximumBodyBytes)) outgoing.writeContinue();
    serve(incoming, outgoing);
  });
  server.on('checkExpectation', (_incoming, outgoing: ServerResponse) => {
    refuse(outgoing, { status: 400, reason: 'The only expectation this server meets is 100-continue.' });
  });
  server.on('connect', (_incoming, socket) => {
    refuseOnSocket(socket, { status: 400, reason: 'This server is not a proxy.' });
  });
  return { server, drain: () => void (draining = true) };
}
