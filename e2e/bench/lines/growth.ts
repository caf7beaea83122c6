// What 200,000 requests leave behind. Reads, lists, writes and refusals, because each can leak in its own way.
import { randomUUID } from 'node:crypto';
import type { AutocannonRequest } from 'autocannon';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../bench';
import { thousands, type Figure } from '../figure';
import { inspectable } from '../heap-inspector';
import { requestsPerSecond } from '../http-load';
import { applicationBody, mint, openApplication } from '../partner-program';
import { residentMegabytes } from '../resident-memory';
import { startProduct } from '../servers';
import type { SeededClient } from '../servers';

const looksAfter = [50_000, 100_000, 200_000];
/** Heap in use may differ by so much between the first and the last look; caches breathe. */
const toleratedMegabytes = 5;
const settleSeconds = 2;

/** Twenty requests: fifteen reads, two lists, a write and two refusals. */
function mixture(client: SeededClient, token: string, id: string): AutocannonRequest[] {
  const headers = { authorization: `Bearer ${token}` };
  const get = (path: string): AutocannonRequest => ({ method: 'GET', path: `/partner/v1/${path}`, headers });
  const body = applicationBody(client);
  const write: AutocannonRequest = {
    method: 'POST',
    path: '/partner/v1/applications',
    body,
    setupRequest: (request) => ({
      ...request,
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    }),
  };
  const read = get(`applications/${id}`);
  return [
    write,
    ...Array.from({ length: 15 }, () => read),
    get('applications?limit=5'),
    get('applications?limit=20'),
    get('applications/app_00000000000000000000000000'),
    { ...read, headers: { authorization: 'Bearer nonsense' } },
  ];
}

export async function measureGrowth({ stores, options, ...bench }: Bench): Promise<Figure[]> {
  const client = await bench.client();
  const { option, connect } = await inspectable();
  const product = await startProduct(stores, { nodeArguments: [option] });
  const heap = await connect();
  const token = await mint(product, client);
  const id = await openApplication(product, client, token);
  const load = {
    origin: product.origin,
    concurrency: options.concurrency,
    requests: mixture(client, token, id),
    expected: [200, 201, 401, 404],
  };

  const looks: { heap: number; resident: number }[] = [];
  let done = 0;
  for (const target of looksAfter) {
    await requestsPerSecond(load, { amount: target - done });
    done = target;
    await wait(settleSeconds * 1000);
    looks.push({
      heap: await heap.usedMegabytes(),
      resident: await residentMegabytes(product.process.processId),
    });
    const { heap: used, resident } = looks.at(-1)!;
    console.log(
      `  after ${thousands(target)} requests: heap ${used.toFixed(1)} MB, resident ${resident.toFixed(0)} MB`,
    );
  }
  heap.close();
  await product.process.stop();
  const grown = looks.at(-1)!.heap - looks[0]!.heap;
  return [
    {
      name: 'Memory under requests of many kinds',
      ours: `after ${looksAfter.map(thousands).join(', ')} requests: heap ${looks.map((look) => look.heap.toFixed(1)).join(' → ')} MB, resident ${looks.map((look) => look.resident.toFixed(0)).join(' → ')} MB`,
      goal: `no growth (heap within ${toleratedMegabytes} MB)`,
      met: grown <= toleratedMegabytes,
    },
  ];
}
