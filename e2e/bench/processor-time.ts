// How much processor a process has used. Unlike a rate it does not depend on who else is using the machine.
import { readFileSync } from 'node:fs';

const ticksPerSecond = 100; // USER_HZ, the same on every Linux that Node runs on

/** Processor time of a process so far, its threads included, in seconds; undefined where there is no /proc. */
export function processorSeconds(processId: number): number | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${processId}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // Fields 14 and 15; counted from behind the name, which may hold spaces.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
