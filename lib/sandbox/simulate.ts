// One simulation: what the caller asks for is walked by the ordinary verbs and jobs, each in a transaction of its own,
// and the answer tells the object as it stands then and the events that came of it (contract §10).
import type { Context } from '@/lib/core/context';
import { watchEvents, type Event } from '@/lib/webhooks';
import { requireSandbox } from './require-sandbox';

/** A simulation waits so long for what it walks. */
export const simulationMs = 5_000;

export interface Simulation<Result> {
  readonly object: 'simulation';
  readonly result: Result;
  readonly events: Event[];
}

/**
 * Walks, and tells what came of it.
 *
 * @param call.objectIds about which events are told.
 * @throws ApiError `sandbox_only` in live, and what `walk` throws.
 */
export async function simulate<Result>(call: {
  readonly ctx: Context;
  readonly objectIds: readonly string[];
  /** @param signal aborts when the simulation's time is over. */
  readonly walk: (signal: AbortSignal) => Promise<Result>;
}): Promise<Simulation<Result>> {
  requireSandbox(call.ctx);
  const watch = watchEvents(call.ctx.project.id);
  await watch.add(...call.objectIds);
  const result = await call.walk(AbortSignal.timeout(simulationMs));
  return { object: 'simulation', result, events: await watch.news() };
}
