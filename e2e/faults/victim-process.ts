// Starts victims, tells them what to do and hears what they say.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { Order, Word } from './victim';

const program = path.resolve('node_modules/.cache/partner-platform-faults/victim.mjs');

/** Bundles the victim, as the product itself is bundled. */
export async function bundleVictim(): Promise<void> {
  await build({
    entryPoints: [path.join(import.meta.dirname, 'victim.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  });
}

type Acknowledged = Extract<Word, { said: 'acknowledged' }>;

/** What is known outside when an act is over. */
export interface Outcome {
  readonly acknowledged: Acknowledged | undefined;
  readonly error: string | undefined;
  /** The process is gone. */
  readonly died: boolean;
}

export interface Victim {
  obey(order: Order): Promise<Outcome>;
  kill(): void;
  stop(): Promise<void>;
}

/** @param settings environment variables on top of ours. */
export async function startVictim(settings: Readonly<Record<string, string>>): Promise<Victim> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...settings },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => undefined); // it died; its exit tells
  const exit = once(child, 'exit');
  let hear: (word: Word) => void = () => undefined;
  createInterface({ input: child.stdout }).on('line', (line) => hear(JSON.parse(line) as Word));

  const obey = (order: Order): Promise<Outcome> =>
    new Promise((resolve) => {
      let acknowledged: Acknowledged | undefined;
      hear = (word) => {
        if (word.said === 'acknowledged') acknowledged = word;
        else resolve({ acknowledged, error: word.said === 'done' ? word.error : undefined, died: false });
      };
      void exit.then(() => resolve({ acknowledged, error: undefined, died: true }));
      child.stdin.write(`${JSON.stringify(order)}\n`);
    });

  const ready = await obey({ act: 'warm up' });
  if (ready.died || ready.error !== undefined) throw new Error(`A victim could not start: ${ready.error}`);
  return {
    obey,
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      child.stdin.end();
      await exit;
    },
  };
}
