// Finds Debian's redis-server: the one program the tests need that npm cannot bring. No imports of ours, because
// vitest.config.ts reads this file.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

export const redisInstallHint =
  'Tests of the limiter need a real Redis: `apt-get install -y --no-install-recommends redis-server` (Debian, Ubuntu) or `brew install redis`.';

/** Where the program is; undefined when it is not installed. */
export function findRedisServer(): string | undefined {
  const folders = [
    ...(process.env['PATH'] ?? '').split(path.delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  return folders
    .map((folder) => path.join(folder, 'redis-server'))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
