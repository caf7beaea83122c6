// After the run: the embedded database was made for it (playwright.config.ts).
import { rmSync } from 'node:fs';

export default function removeData(): void {
  const directory = process.env['E2E_DATA_DIR'];
  if (directory) rmSync(directory, { recursive: true, force: true });
}
