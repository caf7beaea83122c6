// With several processes on one port a scraper meets any of them, and wants the sum of all. The first process
// collects it; a serving process asks there.
import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { singleton } from '@/lib/core/singleton';

const patienceMs = 6_000;

interface Question {
  readonly kind: 'metrics-question';
  readonly id: number;
}
interface Reply {
  readonly kind: 'metrics-reply';
  readonly id: number;
  /** Undefined when a process did not answer. */
  readonly text: string | undefined;
}

const isOfKind = <T extends { kind: string }>(message: unknown, kind: T['kind']): message is T =>
  (message as { kind?: unknown } | null)?.kind === kind;

/** In the first process: answers the questions of the others. */
export function collectClusterMetrics(): void {
  const aggregator = new AggregatorRegistry();
  cluster.on('message', (worker: Worker, message: unknown) => {
    if (!isOfKind<Question>(message, 'metrics-question')) return;
    const reply = (text: string | undefined): void => {
      const answer: Reply = { kind: 'metrics-reply', id: message.id, text };
      if (worker.isConnected()) worker.send(answer);
    };
    aggregator.clusterMetrics().then(reply, () => reply(undefined));
  });
}

interface Asking {
  lastId: number;
  readonly waiting: Map<number, (text: string | undefined) => void>;
}

/** In a serving process: lets the first one read `registry`. */
export function contributeToCluster(registry: Registry): void {
  AggregatorRegistry.setRegistries([registry]);
  new AggregatorRegistry(); // its constructor is what listens
}

function asking(): Asking {
  return singleton('health.cluster-metrics', () => {
    const state: Asking = { lastId: 0, waiting: new Map() };
    process.on('message', (message: unknown) => {
      if (isOfKind<Reply>(message, 'metrics-reply')) state.waiting.get(message.id)?.(message.text);
    });
    return state;
  });
}

/** The sum over all processes; undefined when it cannot be had. */
export async function askClusterMetrics(): Promise<string | undefined> {
  const state = asking();
  const id = (state.lastId += 1);
  const answered = new Promise<string | undefined>((resolve) => state.waiting.set(id, resolve));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, patienceMs, undefined)));
  const question: Question = { kind: 'metrics-question', id };
  process.send?.(question);
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
    state.waiting.delete(id);
  }
}
