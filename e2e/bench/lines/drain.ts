// How fast a worker brings waiting events to receivers that answer.
import { setTimeout as wait } from 'node:timers/promises';
import { addBacklog, startReceivers } from '../backlog';
import type { Bench } from '../bench';
import { thousands, type Figure } from '../figure';
import { startWorker } from '../servers';

const eventCount = 10_000;
const goalSeconds = 60;
const patienceSeconds = 300;

export async function measureDrain({ stores, ...bench }: Bench): Promise<Figure[]> {
  const receivers = await startReceivers(stores, await bench.product());
  await addBacklog(stores, receivers, eventCount);
  const began = performance.now();
  const worker = startWorker(stores);
  const secondsSoFar = () => (performance.now() - began) / 1_000;
  while (receivers.received.size < eventCount && secondsSoFar() < patienceSeconds) await wait(100);
  const seconds = secondsSoFar();
  await worker.stop();
  const { size } = receivers.received;
  const times = [...receivers.received.values()].reduce((sum, count) => sum + count, 0);
  if (size < eventCount) throw new Error(`${eventCount - size} events were not delivered.`);
  return [
    {
      name: `Drain of ${thousands(eventCount)} waiting events to ${receivers.endpointIds.length} receivers`,
      ours: `${seconds.toFixed(1)} s from the worker’s start, ${times - size} delivered twice`,
      goal: `≤ ${goalSeconds} s`,
      met: seconds <= goalSeconds,
    },
  ];
}
