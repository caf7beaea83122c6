// Limiter: what four processes let through together in half a minute, and what one project's flood costs another.
import { setTimeout as pause } from 'node:timers/promises';
import { mint } from '../../bench/partner-program';
import { startProduct, type RunningProduct } from '../../bench/servers';
import { p99, steadyLatencies } from '../../bench/steady-load';
import { platform, sandbox, type Finding, type Load } from './finding';
import { until } from './parallel';

const build = { rate: 10, burst: 50 };
const seconds = 30;
/** Of the ten slots, so that the bucket alone refuses. */
const perProcess = 2;

const projectStatus = async ({ origin }: RunningProduct, token: string) => {
  const response = await fetch(`${origin}/partner/v1/project`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await response.arrayBuffer();
  return response.status;
};

export async function admitted(load: Load): Promise<Finding> {
  const more = [0, 1].map(() => startProduct(load.stores, { settings: { WORKER: 'separate' } }));
  const products = [...load.products, ...(await Promise.all(more))];
  const token = await mint(load.products[0], await load.client(sandbox));
  for (const product of products) await projectStatus(product, token); // warm
  await pause(((build.burst / build.rate) * 1_000 * 3) / 2); // full again
  const over = AbortSignal.timeout(seconds * 1_000);
  const startedAt = performance.now();
  let [passed, refused, other] = [0, 0, 0];
  const flood = (product: RunningProduct) =>
    until(over, perProcess, async () => {
      const status = await projectStatus(product, token);
      if (status === 200) passed += 1;
      else if (status === 429) refused += 1;
      else other += 1;
    });
  await Promise.all(products.map(flood));
  const elapsed = (performance.now() - startedAt) / 1_000;
  for (const { process } of products.slice(2)) await process.stop();
  const most = build.burst + build.rate * elapsed;
  const least = 0.99 * (build.burst + build.rate * seconds);
  return {
    promise: 'Admitted ≤ burst + rate·T and ≥ 99 % of it: build tier, 30 s, 4 processes: 346 … 350',
    figure: `${passed} in ${elapsed.toFixed(2)} s (at most ${Math.floor(most)}), ${refused} refused, ${other} others`,
    held: passed <= most && passed >= Math.floor(least) && other === 0,
  };
}

const neighbourPerSecond = 50 * build.rate;
const ownPace = { perSecond: 50, seconds: 20 };

export async function neighbour({ products, client }: Load): Promise<Finding> {
  const [first, second] = products;
  const [own, theirs] = [await mint(first, await client(platform)), await mint(first, await client(sandbox))];
  const statuses = new Map<number, number>();
  const ask = async () => {
    const status = await projectStatus(first, own);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  await steadyLatencies(ask, { perSecond: 50, seconds: 3 }); // warm
  const alone = p99(await steadyLatencies(ask, ownPace));
  const flood = async () => void (await projectStatus(second, theirs));
  const [beside] = await Promise.all([
    steadyLatencies(ask, ownPace),
    steadyLatencies(flood, { perSecond: neighbourPerSecond, seconds: ownPace.seconds }),
  ]);
  const limited = statuses.get(429) ?? 0;
  return {
    promise: 'A neighbour at 50 times its limit: 0 × 429 for us',
    figure: `${limited} × 429; p99 ${p99(beside).toFixed(1)} ms beside ${neighbourPerSecond}/s of the neighbour’s, ${alone.toFixed(1)} ms alone`,
    held: limited === 0,
  };
}
