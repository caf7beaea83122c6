// The simulated bank as a process of its own: `node dist/simulated-bank.js <file> [settle after ms]`. Its first line on
// standard output is its address. It ends with whoever started it: when standard input closes.
import { runSimulatedBank } from '@/lib/providers';
import { CommandError, runCommand } from './command';

const settleAfterMs = 2_000;

await runCommand(async () => {
  const [file, settleAfter] = process.argv.slice(2);
  if (!file) throw new CommandError('Name the file in which the simulated bank keeps its book.');
  const bank = await runSimulatedBank({ file, settleAfterMs: Number(settleAfter ?? settleAfterMs) });
  console.log(bank.url);
  process.on('SIGINT', () => undefined); // a terminal tells the whole group; our starter ends us in order
  process.stdin.resume().on('close', () => void bank.stop().finally(() => process.exit(0)));
});
