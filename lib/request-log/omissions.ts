// What is counted instead of stored, by project and second.
export type OmissionReason = 'throttled' | 'unauthenticated' | 'overload';

export interface Omission {
  readonly projectId: string;
  /** Epoch milliseconds of the whole second. */
  readonly second: number;
  readonly reason: OmissionReason;
  calls: number;
}

const maximumOmissions = 20_000;

export class Omissions {
  #counted = new Map<string, Omission>();

  get size(): number {
    return this.#counted.size;
  }

  add(projectId: string, at: number, reason: OmissionReason, calls = 1): void {
    const second = at - (at % 1000);
    const key = `${second} ${projectId} ${reason}`;
    const known = this.#counted.get(key);
    if (known) known.calls += calls;
    else if (this.#counted.size < maximumOmissions)
      this.#counted.set(key, { projectId, second, reason, calls });
  }

  take(): Omission[] {
    const taken = [...this.#counted.values()];
    this.#counted = new Map<string, Omission>();
    return taken;
  }

  giveBack(omissions: readonly Omission[]): void {
    for (const { projectId, second, reason, calls } of omissions) this.add(projectId, second, reason, calls);
  }
}

/** Lets so many through in each second for each key; counts in whole seconds. */
export class PerSecond {
  #second = 0;
  #counts = new Map<string, number>();

  constructor(readonly most: number) {}

  allows(key: string, at: number): boolean {
    const second = Math.floor(at / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#counts.clear();
    }
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count <= this.most;
  }
}
