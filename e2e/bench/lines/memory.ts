// What the server holds when nobody asks anything of it: one process as `npm start` runs it, worker included.
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../bench';
import type { Figure } from '../figure';
import { residentMegabytes } from '../resident-memory';
import { startProduct } from '../servers';

const goalMegabytes = 350;
const restSeconds = 5;

export async function measureMemory({ stores }: Bench): Promise<Figure[]> {
  const { process } = await startProduct(stores, { asNpmStart: true });
  await wait(restSeconds * 1000);
  const resident = await residentMegabytes(process.processId);
  await process.stop();
  return [
    {
      name: 'Memory at rest (resident)',
      ours: `${Math.round(resident)} MB`,
      goal: `≤ ${goalMegabytes} MB`,
      met: resident <= goalMegabytes,
    },
  ];
}
