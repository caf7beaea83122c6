// What the tests of delivery share: real receivers on this machine, endpoints made by the verbs, and a look at the log.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@/lib/core/ids';
import type { ProjectSnapshot } from '@/lib/core/project';
import { withTransaction } from '@/lib/db';
import { inWriteContext, ownerQuery } from '@/lib/testing';
import { createEndpoint } from './create-endpoint';
import { recordEvent } from './record-event';
import type { EndpointWithSecret } from './schemas';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** Connections that were opened to it, with or without a request. */
  connections(): number;
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** 200 and nothing else. */
export const healthy: Answer = (_, response) => void response.end('ok');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** A receiver on a free port of this machine; `answer` is called when the whole request is there. */
export async function startReceiver(answer: Answer = healthy, host = '127.0.0.1'): Promise<Receiver> {
  const received: Received[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    void bodyOf(request).then(
      (body) => {
        received.push({ path: request.url ?? '', headers: request.headers, body, at: Date.now() });
        answer(request, response);
      },
      () => response.destroy(),
    );
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((ready) => server.listen(0, host, ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host === '::1' ? 'localhost' : host}:${port}`,
    received,
    connections: () => connections,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** An endpoint of `project`, without asking the guard. */
export function endpointAt(
  project: ProjectSnapshot,
  url: string,
  enabledEvents: string[] = ['*'],
): Promise<EndpointWithSecret> {
  return inWriteContext(project, (ctx) =>
    createEndpoint({ ctx, input: { url, enabled_events: enabledEvents } }),
  );
}

/** A committed event. @returns its id. */
export function happen(project: ProjectSnapshot, createdAt = new Date()): Promise<string> {
  const objectId = newId('app');
  return withTransaction((tx) =>
    recordEvent(tx, {
      project,
      type: 'application.submitted',
      objectId,
      object: {
        id: objectId,
        object: 'application',
        status: 'submitted',
        applicant: { email: 'a@b.example' },
      },
      previous: { status: 'created' },
      createdAt,
    }),
  );
}

export interface DeliveryState {
  status: string;
  attempts: number;
  /** Of every round, oldest first. */
  failures: (string | null)[];
  /** How long until the next attempt, on the business clock of the last one. */
  waitSeconds: number | null;
}

/** What has become of an event at an endpoint. */
export async function stateOf(eventId: string, endpointId: string): Promise<DeliveryState | undefined> {
  const [row] = await ownerQuery<DeliveryState>(
    `SELECT d.status::text, d.attempts::int,
            coalesce(array_agg(a.failure ORDER BY a.number) FILTER (WHERE a.number IS NOT NULL), '{}') AS failures,
            extract(epoch FROM max(a.next_attempt_at) - max(a.attempted_at))::float8 AS "waitSeconds"
     FROM webhook_deliveries d LEFT JOIN webhook_attempts a ON a.delivery_id = d.id
     WHERE d.event_id = $1 AND d.endpoint_id = $2 GROUP BY d.id`,
    [eventId, endpointId],
  );
  return row;
}
