// Processes that the benchmark starts, and ends whatever happens.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watchOver } from '@/lib/testing/servers/guardian';

/** Environment variables of a process; it gets no others. */
export type Settings = Readonly<Record<string, string | undefined>>;

export interface Child {
  readonly processId: number;
  /** What it has said so far. */
  output(): string;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

// What the product itself takes at most to stop (lib/commands/signals.ts), and more.
const patienceMs = 40_000;

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await exit;
  clearTimeout(killer);
}

/** Starts this very Node with `args`. The process ends with ours at the latest. */
export function startNode(args: readonly string[], settings: Settings): Child {
  const child = spawn(process.execPath, [...args], {
    env: settings as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const guardian = watchOver(child.pid as number, []);
  let output = '';
  const collect = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return {
    processId: child.pid as number,
    output: () => output,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      await end(child);
      guardian.dismiss();
    },
  };
}

/** Waits until `url` answers 200. */
export async function whenReady(child: Child, url: string, seconds = 120): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (child.hasEnded()) throw new Error(`A server ended while starting:\n${child.output()}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} was not ready within ${seconds} s:\n${child.output()}`);
}
