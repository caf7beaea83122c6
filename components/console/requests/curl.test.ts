import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlOf } from './curl';

const logged = {
  method: 'POST',
  path: '/partner/v1/applications',
  request_headers: [
    ['Authorization', '[redacted]'],
    ['Content-Type', 'application/json'],
    ['Idempotency-Key', "it's 7"],
    ['User-Agent', 'x'],
  ] as const,
  request_body: `{"note":"it's $HOME \`id\`"}`,
};

/** What a shell makes of the command: its arguments, one a line. */
function argumentsOf(command: string): string[] {
  const text = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; TOKEN=t; ${command}`]);
  return text.toString().trimEnd().split('\n');
}

describe('copy as curl', () => {
  it('reads in a shell as what was sent, with a token of the reader', () => {
    expect(argumentsOf(curlOf(logged, 'https://api.example'))).toEqual([
      '--request',
      'POST',
      'https://api.example/partner/v1/applications',
      '--header',
      'Authorization: Bearer t',
      '--header',
      'Content-Type: application/json',
      '--header',
      "Idempotency-Key: it's 7",
      '--data',
      logged.request_body,
    ]);
  });
  it('sends no body where there was none', () => {
    expect(curlOf({ ...logged, method: 'GET', request_body: null }, 'https://a.b')).not.toContain('--data');
  });
});
