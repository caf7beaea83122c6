// Moves a sandbox's business time ahead. It goes from one second in which something is due to the next and lets each
// thing happen at its own time, so that what follows from it (a retry after a failed delivery, the end of an offer just
// made) falls due in its turn. A worker may be quicker once the clock is there, hence what a second holds is written down
// before the clock moves: it is told whoever does it. Whatever does not fit into the simulation's time is left to the
// ordinary jobs, which then find it due.
import { hastenReviews } from '@/lib/applications';
import { recordAudit } from '@/lib/audit';
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { fieldError } from '@/lib/core/field-errors';
import { withTransaction } from '@/lib/db';
import { hastenVerifications } from '@/lib/identity-checks';
import { holdClock, moveClock, seeClock } from '@/lib/projects';
import { watchEvents, type EventWatch } from '@/lib/webhooks';
import { requireSandbox } from '../require-sandbox';
import type { AdvanceClockInput, ClockAdvance } from '../schemas';
import { simulationMs, type Simulation } from '../simulate';
import { nextHappening, type Happening } from './happenings';

/** Business time may be so far ahead in all: fifty years. */
const furthestSeconds = 50 * 365 * 86_400;
/** Leaves time within the simulation's to tell what happened. */
const walkMs = simulationMs - 750;
/** Somebody else (the delivery's dispatcher, say) gets so long to finish what he has in hand. */
const patienceMs = 1_000;
const pauseMs = 20;

const nowAt = (offsetSeconds: number) => new Date(Date.now() + offsetSeconds * 1_000);
const isSame = (a: Happening, b: Happening | null) =>
  b !== null && a.objectId === b.objectId && a.name === b.name && a.dueAt.getTime() === b.dueAt.getTime();

class Walk {
  readonly happened: ClockAdvance['happened'] = [];
  readonly #stuck: string[] = [];
  readonly #signal = AbortSignal.timeout(walkMs);

  constructor(
    readonly projectId: string,
    private offsetSeconds: number,
    readonly targetSeconds: number,
    readonly watch: EventWatch,
  ) {}

  /** @returns whether everything that was due has happened. */
  async run(): Promise<boolean> {
    for (;;) {
      const next = await this.#next(nowAt(this.targetSeconds), this.#stuck);
      if (!next) break;
      const offsetSeconds = this.#offsetFor(next.dueAt);
      const dueThen = await this.#allUntil(nowAt(offsetSeconds));
      await this.watch.add(...dueThen.flatMap(({ about, objectId }) => about ?? [objectId]));
      await this.#setOffset(offsetSeconds);
      for (const happening of dueThen) {
        if (this.#signal.aborted) return false;
        const others = dueThen.flatMap(({ objectId }) => (objectId === happening.objectId ? [] : [objectId]));
        if (await this.#letHappen(happening, others)) this.#note(happening);
        else this.#stuck.push(happening.objectId);
      }
    }
    return this.#stuck.length === 0;
  }

  /** The clock at its destination, whatever happened on the way. */
  async finish(): Promise<void> {
    await this.#setOffset(this.targetSeconds);
  }

  #next(until: Date, except: readonly string[]): Promise<Happening | null> {
    const { projectId, offsetSeconds } = this;
    return nextHappening({ projectId, offsetSeconds, until, except });
  }

  /** Everything due up to `until`, in its order; the second thing due to one object is found once the first is done. */
  async #allUntil(until: Date): Promise<Happening[]> {
    const found: Happening[] = [];
    const except = [...this.#stuck];
    while (!this.#signal.aborted) {
      const next = await this.#next(until, except);
      if (!next) break;
      found.push(next);
      except.push(next.objectId);
    }
    return found;
  }

  #note({ name, objectId, dueAt }: Happening): void {
    this.happened.push({ job: name, object_id: objectId, due: dueAt.toISOString() });
  }

  /** The clock moves by whole seconds: the least that makes `dueAt` come, or what it is at already. */
  #offsetFor(dueAt: Date): number {
    const needed = Math.ceil((dueAt.getTime() - Date.now()) / 1_000);
    return Math.max(this.offsetSeconds, Math.min(needed, this.targetSeconds));
  }

  async #setOffset(offsetSeconds: number): Promise<void> {
    const ahead = offsetSeconds - this.offsetSeconds;
    if (ahead <= 0) return;
    await withTransaction(async (tx) => {
      await moveClock(tx, this.projectId, offsetSeconds);
      await hastenReviews(tx, this.projectId, ahead);
      await hastenVerifications(tx, this.projectId, ahead);
    });
    this.offsetSeconds = offsetSeconds;
  }

  /** @returns whether it is no longer due: by us, or by whoever else had it in hand. */
  async #letHappen(happening: Happening, others: readonly string[]): Promise<boolean> {
    const patience = AbortSignal.any([AbortSignal.timeout(patienceMs), this.#signal]);
    for (;;) {
      await happening.happen(this.#signal);
      const next = await this.#next(happening.dueAt, [...this.#stuck, ...others]);
      if (!isSame(happening, next)) return true;
      if (patience.aborted) return false;
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  }
}

/**
 * Moves the project's business time `seconds` ahead and tells what happened on the way, in its order. The caller's
 * transaction only holds the clock: everything else commits step by step, as the ordinary jobs would have done it.
 *
 * @throws ApiError `sandbox_only`; `temporarily_unavailable` while somebody else moves this clock; `invalid_value`
 *   beyond fifty years.
 */
export async function advanceClock(call: {
  readonly ctx: WriteContext;
  readonly input: AdvanceClockInput;
}): Promise<Simulation<ClockAdvance>> {
  const { ctx, input } = call;
  requireSandbox(ctx);
  const projectId = ctx.project.id;
  const from = await holdClock(ctx.tx, projectId);
  if (from === null) throw new ApiError('temporarily_unavailable', { retryAfterSeconds: 1, message: 'Another request is moving this clock just now.' }); // prettier-ignore
  const target = from + input.seconds;
  if (target > furthestSeconds) {
    throw fieldError('invalid_value', 'seconds', 'The clock would be more than fifty years ahead.');
  }
  const watch = watchEvents(projectId);
  const walk = new Walk(projectId, from, target, watch);
  const complete = await walk.run().finally(() => walk.finish());
  await seeClock(projectId, target, AbortSignal.timeout(simulationMs - walkMs));
  await recordAudit(ctx.tx, {
    stream: projectId,
    actor: ctx.actor,
    act: 'project.advance_clock',
    objectId: projectId,
    requestId: ctx.requestId,
    detail: { from_offset_seconds: from, to_offset_seconds: target },
  });
  const result: ClockAdvance = {
    object: 'clock',
    now: nowAt(target).toISOString(),
    offset_seconds: target,
    advanced_seconds: input.seconds,
    complete,
    happened: walk.happened,
  };
  return { object: 'simulation', result, events: await watch.news() };
}
