// Load over HTTP with kept-alive connections on loopback.
import autocannon, { type AutocannonRequest } from 'autocannon';

export interface Load {
  readonly origin: string;
  readonly concurrency: number;
  /** Sent one after the other by each connection, over and over. */
  readonly requests: readonly AutocannonRequest[];
  /** The only statuses an honest measurement may see. */
  readonly expected: readonly number[];
}

type Length = { readonly seconds: number } | { readonly amount: number };

/**
 * Runs a load for a time or for a number of requests. Returns requests a second.
 *
 * @throws Error when an answer had another status or none: a fast refusal is not a figure.
 */
export async function requestsPerSecond(load: Load, length: Length): Promise<number> {
  const result = await autocannon({
    url: load.origin,
    connections: load.concurrency,
    requests: load.requests,
    ...('seconds' in length ? { duration: length.seconds } : { amount: length.amount }),
  });
  const statuses = Object.entries(result.statusCodeStats);
  const unexpected = statuses.filter(([status]) => !load.expected.includes(Number(status)));
  if (unexpected.length > 0 || result.errors > 0) {
    const seen = statuses.map(([status, { count }]) => `${count} × ${status}`).join(', ');
    throw new Error(
      `${load.origin} gave ${seen}, ${result.errors} errors (${result.timeouts} time-outs); expected only ${load.expected.join(', ')}.`,
    );
  }
  return result.requests.total / result.duration;
}
