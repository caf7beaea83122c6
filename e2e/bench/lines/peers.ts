// Ours against what people would reach for, in one run: the same read on Fastify and on Express, minting by oidc-provider.
import type { Bench } from '../bench';
import { comparisonFigure, type Figure } from '../figure';
import { requestsPerSecond } from '../http-load';
import { interleave } from '../interleave';
import { mintingRequests, mint, openApplication } from '../partner-program';
import { startPeer } from '../peers';

async function measureReads({ options, stores, ...bench }: Bench): Promise<Figure[]> {
  const [product, client] = [await bench.product(), await bench.client()];
  const token = await mint(product, client);
  const path = `/partner/v1/applications/${await openApplication(product, client, token)}`;
  const keys = await (await fetch(`${product.origin}/partner/v1/oauth/jwks`)).text();
  const reading = (origin: string) => (seconds: number) =>
    requestsPerSecond(
      {
        origin,
        concurrency: options.concurrency,
        requests: [{ method: 'GET', path, headers: { authorization: `Bearer ${token}` } }],
        expected: [200],
      },
      { seconds },
    );
  const figures: Figure[] = [];
  for (const [name, peer, goal] of [
    ['Fastify', 'fastify', 1],
    ['Express', 'express', undefined],
  ] as const) {
    const origin = await startPeer(peer, () => ({
      DATABASE_URL: stores.databaseUrl,
      REDIS_URL: stores.redisUrl,
      JWKS: keys,
      ISSUER: stores.settings['APP_URL'],
    }));
    const comparison = await interleave(reading(product.origin), reading(origin), options);
    figures.push(comparisonFigure(`The same read, against ${name}`, comparison, `a hand-written ${name} service that does less`, goal)); // prettier-ignore
  }
  return figures;
}

async function measureMintingPeer({ options, ...bench }: Bench): Promise<Figure> {
  const [product, client] = [await bench.product(), await bench.client()];
  const origin = await startPeer('oidc-provider', (own) => ({
    ISSUER: own,
    CLIENT_ID: client.client_id,
    CLIENT_SECRET: client.client_secret,
  }));
  const minting = (of: string, path: string) => (seconds: number) =>
    requestsPerSecond(
      {
        origin: of,
        concurrency: options.concurrency,
        requests: [mintingRequests(client, path)],
        expected: [200],
      },
      { seconds },
    );
  const comparison = await interleave(
    minting(product.origin, '/partner/v1/oauth/token'),
    minting(origin, '/token'),
    options,
  );
  return comparisonFigure('Minting, against oidc-provider', comparison, '`oidc-provider`, in-memory store, ES256 JWT', 1.5); // prettier-ignore
}

export async function measurePeers(bench: Bench): Promise<Figure[]> {
  return [...(await measureReads(bench)), await measureMintingPeer(bench)];
}
