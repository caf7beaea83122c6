// What a partner waits for `POST /applications` while 50,000 events are on their way, against a quiet queue: one process
// as `npm start` runs it, worker included.
import { addBacklog, dropBacklog, startReceivers } from '../backlog';
import type { Bench } from '../bench';
import { thousands, type Figure } from '../figure';
import { mint, openApplication } from '../partner-program';
import { platformClient, startProduct } from '../servers';
import { series } from '../statistics';
import { p99, steadyLatencies } from '../steady-load';

const eventCount = 50_000;
const goal = 1.5;
/** A tenth of what the process can do: enough to fill a percentile, too little to queue by itself. */
const pace = { perSecond: 60, seconds: 10 };

export async function measureBacklog({ stores, options }: Bench): Promise<Figure[]> {
  const product = await startProduct(stores);
  const receivers = await startReceivers(stores, product);
  const client = await platformClient(stores);
  const token = await mint(product, client);
  const turn = async () =>
    p99(await steadyLatencies(async () => void (await openApplication(product, client, token)), pace));

  await turn(); // warm
  const pairs: { idle: number; busy: number }[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const idle = await turn();
    await addBacklog(stores, receivers, eventCount);
    pairs.push({ idle, busy: await turn() });
    await dropBacklog(stores);
  }
  await product.process.stop();
  const ratio = series(pairs.map(({ idle, busy }) => busy / idle));
  const ms = (pick: (pair: { idle: number; busy: number }) => number) => {
    const { median, least, most } = series(pairs.map(pick));
    return `${median.toFixed(1)} ms (${least.toFixed(1)}–${most.toFixed(1)})`;
  };
  return [
    {
      name: `p99 of \`POST /applications\` beside a backlog of ${thousands(eventCount)} events`,
      ours: ms(({ busy }) => busy),
      against: `the same without a backlog: ${ms(({ idle }) => idle)}`,
      ratio: `${ratio.median.toFixed(2)} (${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)})`,
      goal: `≤ ${goal}`,
      met: ratio.median <= goal,
    },
  ];
}
