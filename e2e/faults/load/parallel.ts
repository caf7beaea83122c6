// Many calls, a number of them at once.

/** Calls `work` with 0, 1, 2 … below `count`, `together` at once. */
export async function inParallel(
  count: number,
  together: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: together }, worker));
}

/** Calls `work` again and again, `together` at once, until `over` fires. */
export async function until(over: AbortSignal, together: number, work: () => Promise<void>): Promise<void> {
  const worker = async (): Promise<void> => {
    while (!over.aborted) await work();
  };
  await Promise.all(Array.from({ length: together }, worker));
}
