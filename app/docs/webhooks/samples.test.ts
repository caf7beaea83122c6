// The verifications that the guide shows do what it says, in Node and in Python.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyPython, verifyTypeScript } from './samples';

const secret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const body = JSON.stringify({ text: 'Zoë – £5' });
const folder = mkdtempSync(path.join(tmpdir(), 'partner-platform-samples-'));

function header(secondsAgo: number, signed = body): string {
  const t = Math.floor(Date.now() / 1000) - secondsAgo;
  const v1 = createHmac('sha256', secret).update(`${t}.${signed}`).digest('hex');
  return `t=${t},v1=${'0'.repeat(64)},v1=${v1}`;
}
const cases: readonly [header: string, genuine: boolean][] = [
  [header(0), true],
  [header(290), true],
  [header(310), false],
  [header(0, `${body} `), false],
];

describe('verification samples', () => {
  it('in TypeScript', () => {
    const file = path.join(folder, 'verify.ts');
    const calls = cases.map(
      ([given]) => `isGenuine(${JSON.stringify(given)}, body, ${JSON.stringify(secret)})`,
    );
    writeFileSync(
      file,
      `${verifyTypeScript}\nconst body = Buffer.from(${JSON.stringify(body)});\nconsole.log(JSON.stringify([${calls.join()}]));`,
    );
    const node = path.resolve('node_modules/.bin/node');
    expect(JSON.parse(execFileSync(node, [file], { encoding: 'utf8' }))).toEqual(
      cases.map(([, genuine]) => genuine),
    );
  });

  it.skipIf(spawnSync('python3', ['--version']).status !== 0)('in Python', () => {
    const file = path.join(folder, 'verify.py');
    const calls = cases.map(
      ([given]) => `is_genuine(${JSON.stringify(given)}, body, ${JSON.stringify(secret)})`,
    );
    writeFileSync(
      file,
      `${verifyPython}\nimport json\nbody = bytes.fromhex("${Buffer.from(body).toString('hex')}")\nprint(json.dumps([${calls.join()}]))`,
    );
    expect(JSON.parse(execFileSync('python3', [file], { encoding: 'utf8' }))).toEqual(
      cases.map(([, genuine]) => genuine),
    );
  });
});
