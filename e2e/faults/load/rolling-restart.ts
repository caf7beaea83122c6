// Operation: each of two processes is restarted again and again while 50,000 requests pass, one in ten a write.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { applicationBody, mint, openApplication } from '../../bench/partner-program';
import { startProduct, type RunningProduct, type SeededClient } from '../../bench/servers';
import { platform, thousands, type Finding, type Load } from './finding';
import { inParallel } from './parallel';

const requests = 50_000;
const together = 32;
/** A stopping process serves on for so long; the balancer asks who is ready this often. */
const drainSeconds = 2;
const lookEveryMs = 250;
/** Restarts until this many are done, however fast the requests pass. */
const leastRestarts = 4;

const settings = { WORKER: 'separate', DRAIN_SECONDS: String(drainSeconds) };

interface Backend {
  readonly product: RunningProduct;
  readonly agent: Agent;
}

const backend = (product: RunningProduct): Backend => ({
  product,
  agent: new Agent({ keepAlive: true, maxSockets: together }),
});

function ask({ product, agent }: Backend, method: string, path: string, headers: Record<string, string>, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${product.origin}${path}`, { method, agent, headers }, (incoming) => {
      incoming.resume().on('end', () => resolve(incoming.statusCode ?? 0)).on('error', reject);
    });
    outgoing.on('error', reject).end(body);
  });
} // prettier-ignore

/** A balancer as simple as can be: requests take turns among the processes that said they are ready when it last looked. */
class Balancer {
  readonly failures: string[] = [];
  #turn = 0;
  #ready: readonly Backend[] = [];

  constructor(readonly backends: Backend[]) {}

  /** Looks again and again, until the signal says that it is over. */
  async watch(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      const answers = await Promise.all(
        this.backends.map(({ product }) => fetch(`${product.origin}/readyz`).catch(() => undefined)),
      );
      this.#ready = this.backends.filter((_, place) => answers[place]?.status === 200);
      await pause(lookEveryMs);
    }
  }

  async send(method: string, path: string, headers: Record<string, string>, expected: number, body?: string) {
    const chosen = this.#ready[this.#turn++ % this.#ready.length];
    if (!chosen) return void this.failures.push('nobody is ready');
    try {
      const status = await ask(chosen, method, path, headers, body);
      if (status !== expected) this.failures.push(`${method} ${status}`);
    } catch (error) {
      this.failures.push(`${method} ${(error as { code?: string }).code ?? 'unknown'}`);
    }
  }
} // prettier-ignore

async function restartInTurn(balancer: Balancer, { stores }: Load, over: () => boolean): Promise<number> {
  let restarts = 0;
  while (!over() || restarts < leastRestarts) {
    const place = restarts % balancer.backends.length;
    const old = balancer.backends[place] as Backend;
    await old.product.process.stop();
    balancer.backends[place] = backend(await startProduct(stores, { settings }));
    old.agent.destroy();
    await pause(4 * lookEveryMs); // the balancer has seen it before the next one goes
    restarts += 1;
  }
  return restarts;
}

export async function rollingRestart(load: Load): Promise<Finding> {
  const client: SeededClient = await load.client(platform);
  const [first] = load.products;
  const token = await mint(first, client);
  const path = `/partner/v1/applications/${await openApplication(first, client, token)}`;
  const own = [0, 1].map(() => startProduct(load.stores, { settings }));
  const balancer = new Balancer((await Promise.all(own)).map(backend));
  const authorization = `Bearer ${token}`;
  let done = 0;
  const write = () => {
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    return balancer.send('POST', '/partner/v1/applications', headers, 201, applicationBody(client));
  };
  const one = async (index: number) => {
    await (index % 10 === 0 ? write() : balancer.send('GET', path, { authorization }, 200));
    done += 1;
  };
  const over = new AbortController();
  const watching = balancer.watch(over.signal);
  await pause(2 * lookEveryMs);
  const sending = inParallel(requests, together, one);
  const restarts = await restartInTurn(balancer, load, () => done >= requests);
  await sending;
  over.abort();
  await watching;
  for (const { product, agent } of balancer.backends) {
    agent.destroy();
    await product.process.stop();
  }
  const { failures } = balancer;
  return {
    promise: 'Rolling restart under load: 0 failed of 50,000',
    figure: `${failures.length} of ${thousands(requests)} failed while two processes were restarted ${restarts} times${failures.length > 0 ? ` (${[...new Set(failures)].join(', ')})` : ''}`,
    held: failures.length === 0,
  };
}
