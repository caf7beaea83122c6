// The newest requests of a project as they come: the first-call panel and the live log.
import { firstIdAt } from '@/lib/core/ids';
import { selectEntriesAfter } from './repository/read';
import { onNewEntries } from './repository/listen';
import { toRequestSummary, type RequestSummary } from './serialize';

const rowsAtOnce = 50;
/** Without a word from the database we look all the same. */
const lookEveryMs = 2_000;
/** A request has 20 seconds, and its id tells when it began: so much later it may still appear. */
const overlapMs = 21_000;
const maximumSeen = 10_000;

/**
 * Yields each request once, within a second of the call, until `signal` fires.
 *
 * @param since show what came after this moment too; default: now.
 */
export async function* watchRequests(
  projectId: string,
  { signal, since = new Date() }: { readonly signal: AbortSignal; readonly since?: Date },
): AsyncGenerator<RequestSummary> {
  let wake: () => void = () => undefined;
  let woken = true;
  const onRows = () => {
    woken = true;
    wake();
  };
  const stop = onNewEntries(projectId, onRows);
  signal.addEventListener('abort', onRows, { once: true });
  const seen = new Set<string>();
  let from = since.getTime();
  try {
    while (!signal.aborted) {
      woken = false;
      const rows = await selectEntriesAfter(projectId, firstIdAt('req', from), rowsAtOnce + seen.size);
      const fresh = rows.filter((row) => !seen.has(row.id));
      for (const row of fresh) {
        seen.add(row.id);
        yield toRequestSummary(row);
      }
      const newest = rows.at(-1)?.at.getTime();
      if (newest !== undefined && newest - overlapMs > from) {
        from = newest - overlapMs;
        const floor = firstIdAt('req', from);
        for (const id of seen) if (id < floor || seen.size > maximumSeen) seen.delete(id);
      }
      if (fresh.length < rowsAtOnce && !isWoken()) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, lookEveryMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  } finally {
    stop();
    signal.removeEventListener('abort', onRows);
  }

  function isWoken(): boolean {
    return woken || signal.aborted;
  }
}
