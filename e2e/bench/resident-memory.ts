// How much memory a process really holds.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Resident size of a process in MB (10⁶ bytes). */
export async function residentMegabytes(processId: number): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8').catch(() => undefined);
  const kibibytes = status
    ? /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
    : (await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(processId)])).stdout; // not Linux
  return (Number(kibibytes) * 1024) / 1e6;
}
