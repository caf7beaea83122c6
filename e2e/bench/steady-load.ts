// Requests at a steady pace, whatever becomes of those before: what a caller waits, and not what a server can bear.
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Makes `perSecond` calls a second for `seconds`, each on time.
 *
 * @returns how long each took, in milliseconds, counted from when it was due
 */
export async function steadyLatencies(
  call: () => Promise<void>,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<number[]> {
  const began = performance.now();
  const calls: Promise<number>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const dueAt = began + (index * 1_000) / perSecond;
    const ahead = dueAt - performance.now();
    if (ahead > 0) await wait(ahead);
    calls.push(call().then(() => performance.now() - Math.max(dueAt, began)));
  }
  return Promise.all(calls);
}

/** The value that 99 of 100 do not exceed. */
export function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] as number;
}
