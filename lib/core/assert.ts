// Assertions about our own code. A failed one is a fault of ours (500), never the caller's.

/** Throws unless `condition` holds. `message` goes to the log, never to a caller. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}
