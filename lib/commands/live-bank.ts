// Development's bank for live projects: the simulated one, as a process beside this one.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { givenSetting, provideSetting } from '@/lib/env/provide';

export interface LiveBank {
  stop(): Promise<void>;
}

/**
 * Starts the simulated bank and makes it the bank of live projects. Its book is in the data folder.
 *
 * @returns undefined when a bank is configured already, or live providers are left out.
 */
export async function startLiveBank(dataDirectory: string): Promise<LiveBank | undefined> {
  if (givenSetting('BANK_RAIL_URL') || givenSetting('LIVE_PROVIDERS') === 'none') return undefined;
  const folder = path.join(dataDirectory, 'bank');
  await mkdir(folder, { recursive: true });
  // By the folder that commands run in: this file may be bundled into a chunk in a folder of its own.
  const program = path.resolve('dist/simulated-bank.js');
  const bank = spawn(process.execPath, [program, path.join(folder, 'live.jsonl')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => bank.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: bank.stdout }).once('line', resolve);
    bank.once('error', reject);
    bank.once('exit', (code) => reject(new Error(`The simulated bank ended with code ${code}`)));
  });
  provideSetting('BANK_RAIL_URL', url);
  return {
    stop: () => {
      bank.stdin.end();
      return ended;
    },
  };
}
