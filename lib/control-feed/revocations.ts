// The revocations that this process knows, in memory, asked on every request. Filled by the feed from
// PostgreSQL alone; Redis may be flushed or gone.

const pruneEveryMs = 60_000;

export class RevocationRegistry {
  /** Subject → epoch milliseconds after which no living token can match it. */
  private readonly expiries = new Map<string, number>();
  private prunedAt = Date.now();

  add(subject: string, expiresAt: Date): void {
    const known = this.expiries.get(subject) ?? 0;
    if (expiresAt.getTime() > known) this.expiries.set(subject, expiresAt.getTime());
  }

  has(subject: string): boolean {
    return this.expiries.has(subject);
  }

  get size(): number {
    return this.expiries.size;
  }

  /** Forgets what has expired; does nothing when it did so a moment ago. */
  prune(now = Date.now()): void {
    if (now - this.prunedAt < pruneEveryMs) return;
    this.prunedAt = now;
    for (const [subject, expiry] of this.expiries) if (expiry < now) this.expiries.delete(subject);
  }
}
