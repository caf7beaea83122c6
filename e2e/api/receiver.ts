// A partner's webhook receiver on this machine: believes nothing that does not verify, in both families of headers.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyWebhook, type PartnerEvent } from '@/lib/client-sdk';

export interface Receiver {
  readonly url: string;
  /** Every delivery that verified, in the order in which they came. */
  readonly events: readonly PartnerEvent[];
  /** Why deliveries were refused. */
  readonly refusals: readonly unknown[];
  close(): Promise<void>;
}

/** @param secret the endpoint's, which exists only after the receiver's address is known. */
export async function startReceiver(secret: () => string): Promise<Receiver> {
  const events: PartnerEvent[] = [];
  const refusals: unknown[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const { 'credicorp-signature': _, ...standardOnly } = request.headers;
      await verifyWebhook(body, standardOnly, secret());
      events.push(await verifyWebhook(body, request.headers, secret()));
      response.end();
    })().catch((error: unknown) => {
      refusals.push(error);
      response.writeHead(400).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/webhooks`,
    events,
    refusals,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
