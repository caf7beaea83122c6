// The whole pipeline on one authenticated read: our host against the same route file under `next start`.
import type { Bench } from '../bench';
import { comparisonFigure, type Figure } from '../figure';
import { requestsPerSecond } from '../http-load';
import { interleave } from '../interleave';
import { mint, openApplication } from '../partner-program';
import type { RunningProduct } from '../servers';

export async function measureRead({ options, ...bench }: Bench): Promise<Figure[]> {
  const [product, plainNext, client] = [await bench.product(), await bench.plainNext(), await bench.client()];
  const token = await mint(product, client);
  const path = `/partner/v1/applications/${await openApplication(product, client, token)}`;
  const reading =
    ({ origin }: RunningProduct) =>
    (seconds: number) =>
      requestsPerSecond(
        {
          origin,
          concurrency: options.concurrency,
          requests: [{ method: 'GET', path, headers: { authorization: `Bearer ${token}` } }],
          expected: [200],
        },
        { seconds },
      );
  const comparison = await interleave(reading(product), reading(plainNext), options);
  return [comparisonFigure('Authenticated read of one application', comparison, 'plain `next start`', 5)];
}
