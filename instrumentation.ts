// Runs once in every Next server. Our own host has started the feed already; under `next dev` and plain
// `next start` nobody has.
export async function register(): Promise<void> {
  const { runsOnNode } = await import('@/lib/env/build');
  if (!runsOnNode) return;
  const { startControlFeed } = await import('@/lib/control-feed');
  void startControlFeed(); // keeps trying until the database answers
}
