// Where the development server of this checkout answers, for commands that run beside it.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '@/lib/env';
import { givenSetting } from '@/lib/env/provide';

const fileIn = (dataDirectory: string) => path.join(dataDirectory, 'origin');

/** Notes the origin at start. */
export async function noteOrigin(settings: Environment, dataDirectory: string): Promise<void> {
  await writeFile(fileIn(dataDirectory), `${settings.appUrl}\n`);
}

/** The origin that the settings name; else that of the last start, which may have had a PORT of its own. */
export async function lastOrigin(settings: Environment, dataDirectory: string): Promise<string> {
  if (givenSetting('APP_URL') || givenSetting('PORT')) return settings.appUrl;
  const noted = await readFile(fileIn(dataDirectory), 'utf8').catch(() => settings.appUrl);
  return noted.trim();
}
