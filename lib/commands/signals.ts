// Ends a command in order when the operator or the supervisor says so.

/** The longest that a stop may take once nothing new is accepted; supervisors should wait as long. */
const patienceMs = 25_000;

/**
 * Runs `stop` once on SIGINT or SIGTERM, then exits. `drainSeconds` of it are meant to pass. A second signal, or a stop that takes too long, exits at once.
 */
export function stopOnSignal(stop: () => Promise<void>, drainSeconds = 0): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), patienceMs + drainSeconds * 1_000).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
