// What must be ended when the benchmark ends, in reverse order of its beginning.

const closers: (() => unknown)[] = [];

/** Runs `close` at the end, after everything that is registered later. */
export function atEnd(close: () => unknown): void {
  closers.push(close);
}

/** Ends everything. What cannot be ended is told and does not keep the rest alive. */
export async function endAll(): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) {
    try {
      await close();
    } catch (error) {
      console.error('Could not end one of the servers:', error);
    }
  }
}
