// Ends a command in order when the operator or the supervisor says so.

/** The longest that a stop may take; a supervisor kills after ten seconds or more. */
const patienceMs = 25_000;

/**
 * Runs `stop` once on SIGINT or SIGTERM, then exits. A second signal, or a stop that takes too long, exits at once.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
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
