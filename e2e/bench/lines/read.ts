// The whole pipeline on one authenticated read: our host against the same route file under `next start`.
import type { Bench } from '../bench';
import { comparisonFigure, type Figure } from '../figure';
import { requestsPerSecond } from '../http-load';
import { interleave } from '../interleave';
import { mint, openApplication } from '../partner-program';
import { processorSeconds } from '../processor-time';
import type { RunningProduct } from '../servers';

/** Processor time of each request in this many, on a server that is warm by now. */
const requestsToTime = 2_000;

export async function measureRead({ options, ...bench }: Bench): Promise<Figure[]> {
  const [product, plainNext, client] = [await bench.product(), await bench.plainNext(), await bench.client()];
  const token = await mint(product, client);
  const path = `/partner/v1/applications/${await openApplication(product, client, token)}`;
  const load = ({ origin }: RunningProduct) => ({
    origin,
    concurrency: options.concurrency,
    requests: [{ method: 'GET', path, headers: { authorization: `Bearer ${token}` } }],
    expected: [200],
  });
  const reading = (server: RunningProduct) => (seconds: number) =>
    requestsPerSecond(load(server), { seconds });
  const comparison = await interleave(reading(product), reading(plainNext), options);

  const microseconds = async (server: RunningProduct) => {
    const before = processorSeconds(server.process.processId);
    await requestsPerSecond(load(server), { amount: requestsToTime });
    const after = processorSeconds(server.process.processId);
    return before === undefined || after === undefined ? NaN : ((after - before) / requestsToTime) * 1e6;
  };
  const [ours, theirs] = [await microseconds(product), await microseconds(plainNext)];
  return [
    comparisonFigure('Authenticated read of one application', comparison, 'plain `next start`', 5),
    {
      name: 'Processor time of that read',
      ours: `${ours.toFixed(0)} µs`,
      against: `plain \`next start\`: ${theirs.toFixed(0)} µs`,
      ratio: `${(theirs / ours).toFixed(2)} times less`,
    },
  ];
}
