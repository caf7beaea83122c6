// What-if tiers (product §1 Usage): the arrivals of the last 24 hours, replayed through every tier by the limiter's own
// model. Kept is how many calls arrived in each second; within it they are spread evenly.
import { setImmediate } from 'node:timers/promises';
import { subLimitNames, type ProjectLimits, type SubLimitName } from '@/lib/core/limits';
import { singleton } from '@/lib/core/singleton';
import { Replay, tiers } from '@/lib/rate-limit';
import { selectArrivals, type ArrivalsRow } from './repository/read';

const minuteMs = 60_000;
const spanMs = 24 * 60 * minuteMs;
const microsPerSecond = 1_000_000;
/** Calls after which other requests have their turn. */
const callsPerTurn = 2_000;

interface Metered {
  readonly id: string;
  readonly tier: string;
  readonly limits: ProjectLimits;
}

/** Calls of one kind in a second. */
interface Batch {
  readonly subLimit: SubLimitName | undefined;
  readonly calls: number;
  readonly heldMicros: number;
}

/** A second in which something arrived. */
interface Second {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly batches: readonly Batch[];
}

const subLimitOf = (meteredBy: string) => subLimitNames.find((name) => name === meteredBy);

/** How long a call held its slot, by what it asked: of the minute, or of the whole span where all of a minute were refused. */
function heldMicrosOf(rows: readonly ArrivalsRow[]): (row: ArrivalsRow) => number {
  const sums = new Map<string, { served: number; durationUs: number }>();
  for (const { metered_by: key, served, duration_us_sum: durationUs } of rows) {
    const sum = sums.get(key) ?? { served: 0, durationUs: 0 };
    sums.set(key, { served: sum.served + served, durationUs: sum.durationUs + durationUs });
  }
  return ({ metered_by: key, served, duration_us_sum: durationUs }) => {
    if (served > 0) return Math.round(durationUs / served);
    const sum = sums.get(key);
    return sum && sum.served > 0 ? Math.round(sum.durationUs / sum.served) : 0;
  };
}

function* secondsOf(rows: readonly ArrivalsRow[]): Generator<Second> {
  const heldMicros = heldMicrosOf(rows);
  for (const [minute, ofMinute] of Map.groupBy(rows, (row) => row.minute.getTime())) {
    const kinds = ofMinute.map((row) => ({
      subLimit: subLimitOf(row.metered_by),
      heldMicros: heldMicros(row),
      calls: row.calls.split(' ').map(Number),
    }));
    for (let second = 0; second < 60; second += 1) {
      const batches = kinds.flatMap(({ calls, ...kind }) => {
        const count = calls[second] ?? 0;
        return count > 0 ? [{ ...kind, calls: count }] : [];
      });
      if (batches.length > 0) yield { at: minute + second * 1000, batches };
    }
  }
}

/** Hands over the calls of a second in order, each kind spread evenly over it. */
function eachCall({ batches }: Second, arrive: (batch: Batch, micros: number) => void): void {
  const done = batches.map(() => 0);
  const next = batches.map(({ calls }) => microsPerSecond / 2 / calls);
  for (;;) {
    let soonest = 0;
    for (let index = 1; index < next.length; index += 1) {
      if ((next[index] as number) < (next[soonest] as number)) soonest = index;
    }
    const micros = next[soonest] as number;
    if (micros === Infinity) return;
    const batch = batches[soonest] as Batch;
    arrive(batch, Math.floor(micros));
    const handed = (done[soonest] as number) + 1;
    done[soonest] = handed;
    next[soonest] = handed === batch.calls ? Infinity : ((handed + 0.5) * microsPerSecond) / batch.calls;
  }
}

class Trial {
  readonly #replay: Replay;
  #rate = 0;
  #concurrency = 0;
  #inSecond = 0;
  #worst: { at: number; throttled: number } | null = null;

  constructor(
    readonly tier: string,
    readonly isOwn: boolean,
    limits: ProjectLimits,
  ) {
    this.#replay = new Replay(limits);
  }

  arrive({ subLimit, heldMicros }: Batch, atMicros: number): void {
    const outcome = this.#replay.arrive(subLimit, atMicros, heldMicros);
    if (outcome === 'allowed') return;
    if (outcome === 'rate') this.#rate += 1;
    else this.#concurrency += 1;
    this.#inSecond += 1;
  }

  endSecond(at: number): void {
    if (this.#inSecond > (this.#worst?.throttled ?? 0)) this.#worst = { at, throttled: this.#inSecond };
    this.#inSecond = 0;
  }

  result(arrivals: number) {
    const { bucket, concurrent } = this.#replay.limits;
    const throttled = this.#rate + this.#concurrency;
    return {
      tier: this.tier,
      is_own: this.isOwn,
      rate_per_second: bucket.ratePerSecond,
      burst: bucket.burst,
      concurrent,
      throttled,
      throttled_by_rate: this.#rate,
      throttled_by_concurrency: this.#concurrency,
      throttled_share: arrivals === 0 ? 0 : throttled / arrivals,
      worst_second: this.#worst && {
        at: new Date(this.#worst.at).toISOString(),
        throttled: this.#worst.throttled,
      },
    };
  }
}

const trialsFor = ({ tier: own, limits }: Metered): Trial[] => [
  ...Object.entries(tiers).map(([tier, figures]) => new Trial(tier, tier === own, figures)),
  ...(own in tiers ? [] : [new Trial(own, true, limits)]),
];

const underWay = singleton('usage.replays', () => new Map<string, Promise<WhatIf>>());

/**
 * What each tier would have said to the calls of the last 24 hours; the project's negotiated figures too. Times are ISO
 * strings; shares are parts of 1. Who asks while one is under way for the project gets that one.
 */
export function replayTiers(project: Metered): Promise<WhatIf> {
  const known = underWay.get(project.id);
  if (known) return known;
  const replay = replayLastDay(project).finally(() => underWay.delete(project.id));
  underWay.set(project.id, replay);
  return replay;
}

async function replayLastDay(project: Metered) {
  const to = new Date();
  const from = new Date(Math.floor((to.getTime() - spanMs) / minuteMs) * minuteMs);
  const rows = await selectArrivals(project.id, from, to);
  const trials = trialsFor(project);
  let arrivals = 0;
  let sinceTurn = 0;
  let peak: { at: number; arrivals: number } | null = null;
  for (const second of secondsOf(rows)) {
    const startMicros = (second.at - from.getTime()) * 1000;
    const inSecond = second.batches.reduce((sum, { calls }) => sum + calls, 0);
    eachCall(second, (batch, micros) => {
      for (const trial of trials) trial.arrive(batch, startMicros + micros);
    });
    for (const trial of trials) trial.endSecond(second.at);
    arrivals += inSecond;
    sinceTurn += inSecond;
    if (sinceTurn >= callsPerTurn) {
      sinceTurn = 0;
      await setImmediate();
    }
    if (inSecond > (peak?.arrivals ?? 0)) peak = { at: second.at, arrivals: inSecond };
  }
  return {
    object: 'what_if' as const,
    from: from.toISOString(),
    to: to.toISOString(),
    arrivals,
    peak_second: peak && { at: new Date(peak.at).toISOString(), arrivals: peak.arrivals },
    tiers: trials.map((trial) => trial.result(arrivals)),
  };
}

export type WhatIf = Awaited<ReturnType<typeof replayLastDay>>;
