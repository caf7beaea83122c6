// The buffer between the requests and the table. Recording keeps a reference; everything else (redacting, writing)
// happens later, in slices, and stops at a fixed figure: what is beyond it is counted, not stored.
import { setImmediate } from 'node:timers/promises';
import { singleton } from '@/lib/core/singleton';
import { isDatabaseUnavailable } from '@/lib/db';
import { logger } from '@/lib/logging';
import { countCall } from '@/lib/usage';
import type { FinishedCall } from './finished-call';
import { namedClientId } from './named-client';
import { Omissions, PerSecond } from './omissions';
import { insertEntries, insertOmissions, makePartitions, projectsOfClients } from './repository/write';
import { toRow, type EntryRow } from './to-row';

// Rows are visible after this and the time of one INSERT; the promise is two seconds, the live panel's is one.
const flushAfterMs = 400;
/** Rows of one flush: a thousand a second. The last quarter is kept free for refusals and failures. */
const maximumRows = 400;
const maximumSuccesses = 300;
/** Unauthenticated requests that one flush looks into. */
const maximumStrangers = 100;
/** Bodies of one flush; failures come first. Redacting one costs about 20 µs. */
const maximumBodies = 100;
/** Rows that wait for a database that is away. */
const maximumWaiting = 4_000;
const rowsPerSlice = 25;
const keptPerSecond = 10;
const daysAhead = 2;

interface Owner {
  readonly projectId: string;
  readonly clientId: string | undefined;
}

class RequestLog {
  #calls: FinishedCall[] = [];
  #strangers: FinishedCall[] = [];
  #waiting: EntryRow[] = [];
  readonly #omissions = new Omissions();
  readonly #throttled = new PerSecond(keptPerSecond);
  readonly #unauthenticated = new PerSecond(keptPerSecond);
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> | undefined;
  #partitionsOf = '';
  /** Requests that this process did not store, by reason. */
  readonly omitted = { throttled: 0, unauthenticated: 0, overload: 0 };

  record(call: FinishedCall): void {
    this.#timer ??= setTimeout(() => void this.flush(), flushAfterMs).unref();
    const { projectId } = call;
    if (projectId === undefined) {
      if (this.#strangers.length < maximumStrangers) this.#strangers.push(call);
      else this.omitted.unauthenticated += 1;
      return;
    }
    if (call.status === 429 && !this.#throttled.allows(projectId, call.at)) {
      this.#omit(projectId, call, 'throttled');
    } else if (this.#calls.length >= (call.status < 400 ? maximumSuccesses : maximumRows)) {
      this.#omit(projectId, call, 'overload');
    } else {
      this.#calls.push(call);
    }
  }

  /** Writes what was recorded; waits for a flush that is under way. */
  async flush(): Promise<void> {
    while (this.#flushing) await this.#flushing;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flushing = this.#flush().catch((error: unknown) => {
      logger().warn({ err: error }, 'request log not written');
    });
    await this.#flushing.finally(() => (this.#flushing = undefined));
  }

  #omit(projectId: string, call: FinishedCall, reason: 'throttled' | 'unauthenticated' | 'overload'): void {
    this.omitted[reason] += 1;
    this.#omissions.add(projectId, call.at, reason);
  }

  async #flush(): Promise<void> {
    const calls = this.#calls;
    const strangers = this.#strangers;
    this.#calls = [];
    this.#strangers = [];
    const owned = calls.map((call): [FinishedCall, Owner] => [
      call,
      { projectId: call.projectId as string, clientId: call.clientId },
    ]);
    owned.push(...(await this.#ownersOf(strangers)));
    await this.#convert(owned);
    await this.#write();
    await this.#writeOmissions();
  }

  /** Finds the project of each client that a stranger named; who names none of ours is nobody's. */
  async #ownersOf(strangers: readonly FinishedCall[]): Promise<[FinishedCall, Owner][]> {
    const named = strangers.flatMap((call): [FinishedCall, string][] => {
      const clientId = namedClientId(call);
      return clientId === undefined ? [] : [[call, clientId]];
    });
    if (named.length === 0) return [];
    const projects = await projectsOfClients([...new Set(named.map(([, clientId]) => clientId))]);
    return named.flatMap(([call, clientId]): [FinishedCall, Owner][] => {
      const projectId = projects.get(clientId);
      if (projectId === undefined) return [];
      const { operationId, status, requestId, at, durationMs, address } = call;
      countCall({ projectId, clientId, credentialId: undefined, operationId, status, requestId, at, durationMs, address, isResourceCall: false, meteredBy: undefined }); // prettier-ignore
      if (this.#unauthenticated.allows(projectId, at)) return [[call, { projectId, clientId }]];
      this.#omit(projectId, call, 'unauthenticated');
      return [];
    });
  }

  async #convert(owned: readonly [FinishedCall, Owner][]): Promise<void> {
    let bodies = 0;
    const failures = owned.filter(([call]) => call.status >= 400);
    const successes = owned.filter(([call]) => call.status < 400);
    for (const [index, [call, owner]] of [...failures, ...successes].entries()) {
      // Other requests go on between two slices.
      if (index > 0 && index % rowsPerSlice === 0) await setImmediate();
      if (this.#waiting.length >= maximumWaiting) this.#omit(owner.projectId, call, 'overload');
      else this.#waiting.push(toRow(call, owner, bodies++ < maximumBodies));
    }
  }

  async #write(): Promise<void> {
    const rows = this.#waiting;
    if (rows.length === 0) return;
    try {
      await this.#ensurePartitions();
      await insertEntries(rows);
      this.#waiting = [];
    } catch (error) {
      if (isDatabaseUnavailable(error)) {
        this.#timer ??= setTimeout(() => void this.flush(), flushAfterMs).unref();
        throw error; // they wait
      }
      this.#waiting = [];
      for (const { project_id: projectId, at } of rows)
        this.#omissions.add(projectId, Date.parse(at), 'overload');
      this.omitted.overload += rows.length;
      throw error;
    }
  }

  /** The job makes them days ahead; whoever writes makes sure. */
  async #ensurePartitions(): Promise<void> {
    const today = new Date().toISOString().slice(0, 10);
    if (this.#partitionsOf === today) return;
    await makePartitions(daysAhead);
    this.#partitionsOf = today;
  }

  async #writeOmissions(): Promise<void> {
    if (this.#omissions.size === 0) return;
    const omissions = this.#omissions.take();
    try {
      await insertOmissions(omissions);
    } catch (error) {
      this.#omissions.giveBack(omissions);
      throw error;
    }
  }
}

const requestLog = () => singleton('request-log', () => new RequestLog());

/** Takes a finished request into the log. Costs no I/O and no work beyond a push. */
export function logRequest(call: FinishedCall): void {
  requestLog().record(call);
}

/** Writes what was recorded; for tests and for a graceful shutdown. */
export function flushRequestLog(): Promise<void> {
  return requestLog().flush();
}

/** Requests that this process counted instead of storing, for /metrics. */
export function omittedRequests(): Readonly<Record<'throttled' | 'unauthenticated' | 'overload', number>> {
  return requestLog().omitted;
}
