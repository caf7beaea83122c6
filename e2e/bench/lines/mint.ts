// Tokens a second: over HTTP with everything that belongs to it, and the signature alone.
import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import type { Bench } from '../bench';
import { loopsPerSecond } from '../busy-loop';
import { perSecond, type Figure } from '../figure';
import { requestsPerSecond } from '../http-load';
import { repeat } from '../interleave';
import { mintingRequests } from '../partner-program';

export async function measureMinting({ options, ...bench }: Bench): Promise<Figure[]> {
  const [product, client] = [await bench.product(), await bench.client()];
  const minting = await repeat(
    (seconds) =>
      requestsPerSecond(
        {
          origin: product.origin,
          concurrency: options.concurrency,
          requests: [mintingRequests(client)],
          expected: [200],
        },
        { seconds },
      ),
    options,
  );

  // A token's size: header and claims together are some 500 bytes.
  const text = randomBytes(500);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  const check = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  const signature = sign('sha256', text, key);
  const signing = await repeat(
    async (seconds) => loopsPerSecond(() => sign('sha256', text, key), seconds),
    options,
  );
  const verifying = await repeat(
    async (seconds) => loopsPerSecond(() => verify('sha256', text, check, signature), seconds),
    options,
  );
  return [
    {
      name: 'Minting an access token (`client_secret_basic`)',
      ours: perSecond(minting),
      against: `ES256 alone, one thread: sign ${perSecond(signing)}, verify ${perSecond(verifying)}`,
    },
  ];
}
