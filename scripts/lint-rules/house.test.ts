// Each rule of ours refuses what it is for, in the places it is for, under the configuration that CI uses.
import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: path.resolve(import.meta.dirname, '../..') });

/** Rules of ours that `code` breaks when it stands in `file`. The file need not exist. */
async function broken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, {
    filePath: path.resolve(import.meta.dirname, '../..', file),
  });
  return [...new Set(result?.messages.map((message) => message.ruleId ?? message.message))].filter((rule) =>
    rule.startsWith('house/'),
  );
}

// JavaScript, because a file that does not exist has no types; the rules of ours need none.
const cases: [rule: string, verdict: 'refused' | 'allowed', file: string, code: string][] = [
  ['house/data-access', 'refused', 'lib/applications/submit.js', `import { prisma } from '@/lib/db';`],
  ['house/data-access', 'refused', 'lib/applications/submit.js', `import { statement } from '../db';`],
  ['house/data-access', 'refused', 'lib/applications/submit.js', `import pg from 'pg';`],
  [
    'house/data-access',
    'refused',
    'lib/applications/submit.js',
    `import { Prisma } from '@/lib/db/generated/client';`,
  ],
  [
    'house/data-access',
    'refused',
    'app/partner/v1/project/route.js',
    `import { PrismaClient } from '@prisma/client';`,
  ],
  [
    'house/data-access',
    'refused',
    'lib/applications/submit.js',
    `export const submit = (ctx) => ctx.tx.client.query('DELETE FROM x');`,
  ],
  [
    'house/data-access',
    'refused',
    'lib/applications/submit.js',
    `export const submit = (tx) => tx.prisma.application.findMany();`,
  ],
  [
    'house/data-access',
    'allowed',
    'lib/applications/submit.js',
    `import { withTransaction } from '@/lib/db';`,
  ],
  [
    'house/data-access',
    'allowed',
    'lib/applications/repository.js',
    `import { prisma, statement } from '@/lib/db';`,
  ],
  ['house/data-access', 'allowed', 'lib/db/pool.js', `import pg from 'pg';`],
  ['house/data-access', 'allowed', 'prisma/seed/index.js', `import { prisma } from '@/lib/db';`],
  ['house/environment-access', 'refused', 'lib/oauth/mint.js', `export const url = process.env.APP_URL;`],
  ['house/environment-access', 'refused', 'app/page.js', `export const url = process['env'].APP_URL;`],
  ['house/environment-access', 'refused', 'lib/oauth/mint.js', `export const { env } = process;`],
  ['house/environment-access', 'refused', 'lib/oauth/mint.js', `import { env } from 'node:process';`],
  ['house/environment-access', 'allowed', 'lib/env/index.js', `export const url = process.env.APP_URL;`],
  ['house/environment-access', 'allowed', 'next.config.js', `export const url = process.env.APP_URL;`],
  ['house/names-say-something', 'refused', 'lib/utils/dates.js', ``],
  ['house/names-say-something', 'refused', 'lib/applications/helpers.js', ``],
  ['house/names-say-something', 'refused', 'components/common/button.js', ``],
  ['house/names-say-something', 'allowed', 'lib/applications/submit.js', ``],
  [
    'house/web-standard-only',
    'refused',
    'lib/applications/submit.js',
    `import { NextResponse } from 'next/server';`,
  ],
  [
    'house/web-standard-only',
    'refused',
    'app/partner/v1/project/route.js',
    `export { cookies } from 'next/headers';`,
  ],
  [
    'house/web-standard-only',
    'refused',
    'app/.well-known/x/route.js',
    `export const after = () => import('next/server');`,
  ],
  ['house/web-standard-only', 'allowed', 'app/docs/page.js', `import Link from 'next/link';`],
];

describe('rules of the house', () => {
  it.each(cases)('%s: %s in %s: %s', async (rule, verdict, file, code) => {
    expect((await broken(file, code)).includes(rule)).toBe(verdict === 'refused');
  });

  it('refuses `any` and forgotten promises in typed code', async () => {
    const file = path.resolve(import.meta.dirname, '../../lib/core/clock.ts');
    const code = `export function first(value: any) { void value; Promise.resolve(1); }`;
    const [result] = await eslint.lintText(code, { filePath: file });
    const rules = result?.messages.map((message) => message.ruleId);
    expect(rules).toContain('@typescript-eslint/no-explicit-any');
    expect(rules).toContain('@typescript-eslint/no-floating-promises');
  }, 180_000); // the type checker reads the whole program first
});
