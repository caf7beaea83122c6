// Ends a server that tests started, however the test process itself ends. A killed test run must not leave
// a database behind: the guardian is a shell that waits on a pipe from us, and a pipe closes with its owner.
import { spawn } from 'node:child_process';

// $1 process, the rest its directories. An immediate stop: nothing in there is worth saving.
const script =
  'cat >/dev/null; kill -QUIT "$1" 2>/dev/null; sleep 0.2; kill -KILL "$1" 2>/dev/null; shift; rm -rf "$@"';

export interface Guardian {
  /** The server was ended in the ordinary way; stop watching, leave everything alone. */
  dismiss(): void;
}

/** Watches over the server `processId`, whose files are in `directories`. */
export function watchOver(processId: number, directories: readonly string[]): Guardian {
  const shell = spawn('/bin/sh', ['-c', script, 'guardian', String(processId), ...directories], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // Ctrl+C goes to the whole foreground group; the guardian must outlive it
  });
  shell.unref();
  (shell.stdin as unknown as { unref?: () => void }).unref?.();
  return { dismiss: () => shell.kill('SIGKILL') };
}
