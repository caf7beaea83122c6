// Tells whether something must be built again: a hash over the files that it is made of.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const neverInputs = /(^|\/)(generated|testing|node_modules)$|\.test\.tsx?$|\.bench\.ts$|\.md$/;

function* files(entry) {
  if (neverInputs.test(entry) || !existsSync(entry)) return;
  if (!statSync(entry).isDirectory()) {
    yield entry;
    return;
  }
  for (const name of readdirSync(entry).sort()) yield* files(path.posix.join(entry, name));
}

/** SHA-256 over names and contents of `entries` (files or folders, relative to the working directory). */
export function sourceHash(entries) {
  const hash = createHash('sha256').update(process.version);
  for (const entry of entries) {
    for (const file of files(entry)) hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Runs `make` unless `stamp` says that it was made from the same sources. Returns whether it ran. */
export async function makeIfChanged(stamp, entries, make) {
  const hash = sourceHash(entries);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  await make();
  // Written last, so that a killed build counts as none.
  writeFileSync(stamp, hash);
  return true;
}
