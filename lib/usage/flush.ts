// Writes the counts of this process now and then: never while a request waits, never later than a second.
import { singleton } from '@/lib/core/singleton';
import { logger } from '@/lib/logging';
import { callCounters, type CallCount, type CountedCall } from './call-counters';
import { writeUsage } from './repository/write';

const flushAfterMs = 1_000;
const maximumRemembered = 50_000;

class UsageWriter {
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  /** Projects of which this process knows that their first success is written. */
  readonly #succeeded = new Set<string>();

  schedule(): void {
    this.#timer ??= setTimeout(() => void this.flush(), flushAfterMs).unref();
  }

  async flush(): Promise<void> {
    while (this.#writing) await this.#writing;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const counters = callCounters();
    if (counters.size === 0) return;
    const counts = counters.take();
    this.#writing = this.#write(counts).catch((error: unknown) => {
      logger().warn({ err: error }, 'usage not written; the next flush writes it');
      counters.giveBack(counts);
      this.schedule();
    });
    await this.#writing.finally(() => (this.#writing = undefined));
  }

  async #write(counts: ReadonlyMap<string, CallCount>): Promise<void> {
    const rows = [...counts.values()];
    const successes = this.#firstSuccesses(rows);
    await writeUsage({ counts: rows, lastCalls: lastCalls(rows), firstSuccesses: successes });
    if (this.#succeeded.size > maximumRemembered) this.#succeeded.clear();
    for (const { projectId } of successes) this.#succeeded.add(projectId);
  }

  #firstSuccesses(rows: readonly CallCount[]): CountedCall[] {
    const earliest = new Map<string, CountedCall>();
    for (const { first } of rows) {
      if (!first.isResourceCall || first.status < 200 || first.status > 299) continue;
      if (this.#succeeded.has(first.projectId)) continue;
      const known = earliest.get(first.projectId);
      if (!known || first.at < known.at) earliest.set(first.projectId, first);
    }
    return [...earliest.values()];
  }
}

/** The newest authenticated call of each credential. */
function lastCalls(rows: readonly CallCount[]): CountedCall[] {
  const newest = new Map<string, CountedCall>();
  for (const { last } of rows) {
    if (last.credentialId === undefined) continue;
    const known = newest.get(last.credentialId);
    if (!known || last.at > known.at) newest.set(last.credentialId, last);
  }
  return [...newest.values()];
}

const writer = () => singleton('usage.writer', () => new UsageWriter());

/** Counts one finished request of a project. Costs no I/O. */
export function countCall(call: CountedCall): void {
  callCounters().count(call);
  writer().schedule();
}

/** Writes what was counted; for tests and for a graceful shutdown. */
export function flushUsage(): Promise<void> {
  return writer().flush();
}
