// Stands between the limiter and Redis. Closed: Redis decides. Open: nobody asks Redis, and a probe in the
// background finds out when it is back, so no request ever pays for the search.

const firstProbeMs = 100;
const probeEveryMs = 250;

export interface BreakerHooks {
  /** Tries Redis in earnest; true when it may decide again. Never rejects and always settles. */
  readonly probe: () => Promise<boolean>;
  readonly onOpen: (reason: string) => void;
  readonly onClose: () => void;
}

export class Breaker {
  readonly #hooks: BreakerHooks;
  #state: 'closed' | 'open' | 'half-open' = 'closed';
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(hooks: BreakerHooks) {
    this.#hooks = hooks;
  }

  get isClosed(): boolean {
    return this.#state === 'closed' && !this.#isStopped;
  }

  /** Opens. While it is open already, nothing happens. */
  trip(reason: string): void {
    if (!this.isClosed) return;
    this.#state = 'open';
    this.#hooks.onOpen(reason);
    this.#probeAfter(firstProbeMs);
  }

  /** Stays open for good, without probing. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #probeAfter(milliseconds: number): void {
    this.#timer = setTimeout(() => void this.#probe(), milliseconds);
    this.#timer.unref();
  }

  async #probe(): Promise<void> {
    this.#state = 'half-open';
    const isBack = await this.#hooks.probe();
    if (this.#isStopped) return;
    if (isBack) {
      this.#state = 'closed';
      this.#hooks.onClose();
    } else {
      this.#state = 'open';
      this.#probeAfter(probeEveryMs);
    }
  }
}
