import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

// The owner is a process of its own that starts a "server" and is killed without a chance to clean up.
const owner = `
  import { spawn } from 'node:child_process';
  import { watchOver } from ${JSON.stringify(path.join(import.meta.dirname, 'guardian.ts'))};
  const server = spawn('sleep', ['600'], { stdio: 'ignore', detached: true });
  watchOver(server.pid, [process.argv[1]]);
  console.log(server.pid);
  setInterval(() => {}, 1000);
`;

it('ends the server and removes its files when the owner is killed', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'partner-platform-guardian-'));
  const child = spawn(process.execPath, ['--input-type=module', '--eval', owner, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const server = await new Promise<number>((resolve) =>
    child.stdout.once('data', (text) => resolve(Number(text))),
  );
  expect(isAlive(server)).toBe(true);
  child.kill('SIGKILL');
  await vi.waitFor(() => expect([isAlive(server), existsSync(directory)]).toEqual([false, false]), {
    timeout: 10_000,
  });
});
