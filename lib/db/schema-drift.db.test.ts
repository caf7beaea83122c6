// The committed migrations and the Prisma schema say the same.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const difference = [
  'migrate',
  'diff',
  '--from-migrations',
  'prisma/migrations',
  '--to-schema',
  'prisma/schema',
];

it('finds no difference between the migrations and the schema', { timeout: 60_000 }, async () => {
  const args = ['node_modules/prisma/build/index.js', ...difference, '--exit-code']; // 2 when they differ
  await expect(promisify(execFile)(process.execPath, args)).resolves.toBeDefined();
});
