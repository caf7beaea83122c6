// Keeps a number of callers busy for a while and counts what they got done.

/** `concurrency` callers, each awaiting one call after the other for `seconds`. Returns calls a second. */
export async function callsPerSecond(
  call: () => Promise<unknown>,
  { concurrency, seconds }: { readonly concurrency: number; readonly seconds: number },
): Promise<number> {
  const started = performance.now();
  const end = started + seconds * 1000;
  let calls = 0;
  const caller = async () => {
    while (performance.now() < end) {
      await call();
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, caller));
  return (calls * 1000) / (performance.now() - started);
}

/** The same for work that does not wait. */
export function loopsPerSecond(work: () => void, seconds: number): number {
  const started = performance.now();
  const end = started + seconds * 1000;
  let loops = 0;
  while (performance.now() < end) {
    for (let i = 0; i < 50; i += 1) work();
    loops += 50;
  }
  return (loops * 1000) / (performance.now() - started);
}
