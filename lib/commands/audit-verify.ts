// `npm run audit:verify [-- --anchor FILE]` checks every audit chain and every release passport; with `--export FILE` it
// writes the anchor of this moment. Exit code 1 when anything is wrong.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { closeDatabase } from '@/lib/db';
import { exportAnchor, readAnchor, verifyAudit, type Anchor } from '@/lib/audit';
import { verifyPassports } from '@/lib/payer';
import { CommandError, runCommand } from './command';
import { prepare } from './prepare';

async function anchorIn(file: string): Promise<Anchor> {
  try {
    return readAnchor(await readFile(file, 'utf8'));
  } catch (error) {
    throw new CommandError(`The anchor in ${file} cannot be used: ${(error as Error).message}.`);
  }
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { anchor: { type: 'string' }, export: { type: 'string' } } });
  const anchor = values.anchor === undefined ? undefined : await anchorIn(values.anchor);
  const { embedded } = await prepare();
  const audit = await verifyAudit(anchor);
  const passports = await verifyPassports(anchor?.public_key);
  for (const { kind, stream, at } of audit.findings) console.log(`FAULT audit ${kind} ${stream} ${at}`);
  for (const { disbursementId, faults } of passports.faulty)
    console.log(`FAULT passport ${disbursementId} ${faults.join(', ')}`);
  const faults = audit.findings.length + passports.faulty.length;
  console.log(
    `${audit.links} entries in ${audit.streams} chains and ${passports.checked} release passports checked` +
      `${anchor ? ` against the anchor of ${anchor.at}` : ', without an anchor'}: ${faults} faults.`,
  );
  if (values.export !== undefined && faults === 0) {
    await writeFile(values.export, `${JSON.stringify(await exportAnchor(), null, 2)}\n`, { mode: 0o600 });
    console.log(
      `The anchor of this moment is in ${values.export}; keep it where nobody with this database can write.`,
    );
  }
  await closeDatabase();
  await embedded?.stop();
  process.exit(faults === 0 ? 0 : 1);
});
