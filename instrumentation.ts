// Runs once in every Next server. Our own host has started the feed already; under `next dev` and plain
// `next start` nobody has.
export async function register(): Promise<void> {
  // Next replaces this very expression, and leaves the import out of its edge bundle.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startControlFeed } = await import('@/lib/control-feed');
    void startControlFeed(); // keeps trying until the database answers
  }
}
