// Asks the limiter's own model what it would have said to calls of the past: every call is decided by `decide`, at its
// own moment, with the figures of any tier. Nothing is estimated by another formula.
import type { BucketLimit, ProjectLimits, SubLimitName } from '@/lib/core/limits';
import { decide, leaseSeconds, microsPerSecond, type KeptLevel, type Outcome } from './model';
import { bucketsOf } from './policies';

/** Moments at which slots come back, soonest first: a binary heap. */
class Ends {
  readonly #moments: number[] = [];

  get size(): number {
    return this.#moments.length;
  }

  add(moment: number): void {
    const moments = this.#moments;
    let place = moments.push(moment) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((moments[parent] as number) <= moment) break;
      moments[place] = moments[parent] as number;
      place = parent;
    }
    moments[place] = moment;
  }

  dropUntil(now: number): void {
    while (this.#moments.length > 0 && (this.#moments[0] as number) <= now) this.#dropFirst();
  }

  #dropFirst(): void {
    const moments = this.#moments;
    const last = moments.pop() as number;
    const size = moments.length;
    if (size === 0) return;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && (moments[child + 1] as number) < (moments[child] as number)) child += 1;
      if ((moments[child] as number) >= last) break;
      moments[place] = moments[child] as number;
      place = child;
    }
    moments[place] = last;
  }
}

/** What one kind of call asks, and what is kept of it: the project's bucket first, which all kinds share. */
interface Kind {
  readonly limits: readonly BucketLimit[];
  kept: (KeptLevel | undefined)[];
}

/** A limiter of the past: full buckets and no call in flight at first. */
export class Replay {
  readonly #kinds = new Map<SubLimitName | undefined, Kind>();
  readonly #ends = new Ends();
  #project: KeptLevel | undefined;
  #now = 0;
  readonly #held = () => {
    this.#ends.dropUntil(this.#now);
    return this.#ends.size;
  };

  constructor(readonly limits: ProjectLimits) {}

  /**
   * One call. Calls come in order of time.
   *
   * @param heldMicros how long it holds its slot if it is let through; as any lease, 30 s at most.
   */
  arrive(subLimit: SubLimitName | undefined, atMicros: number, heldMicros: number): Outcome {
    const kind = this.#kindOf(subLimit);
    this.#now = atMicros;
    kind.kept[0] = this.#project;
    const { outcome, kept } = decide(kind.kept, kind.limits, atMicros, this.limits.concurrent, this.#held);
    this.#project = kept[0];
    kind.kept = kept;
    if (outcome === 'allowed' && heldMicros > 0) {
      this.#ends.add(atMicros + Math.min(heldMicros, leaseSeconds * microsPerSecond));
    }
    return outcome;
  }

  #kindOf(subLimit: SubLimitName | undefined): Kind {
    let kind = this.#kinds.get(subLimit);
    if (!kind) {
      const limits = bucketsOf(this.limits, subLimit).map(({ limit }) => limit);
      kind = { limits, kept: limits.map(() => undefined) };
      this.#kinds.set(subLimit, kind);
    }
    return kind;
  }
}
