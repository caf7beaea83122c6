// Values that development makes once and keeps in its data folder, such as passwords.
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The text in `file`; when there is none, what `make` returns, kept for the next time. Readable by the owner
 * alone. Parallel callers all get the same text, and a killed one never leaves half of it.
 */
export async function remembered(file: string, make: () => string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known.trim();
  // 0711: the embedded server's user passes through, nobody lists.
  await mkdir(path.dirname(file), { recursive: true, mode: 0o711 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${make()}\n`, { mode: 0o600 });
  // A link is made whole or not at all, and refuses to replace what a parallel caller made first.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await readFile(file, 'utf8')).trim();
}
