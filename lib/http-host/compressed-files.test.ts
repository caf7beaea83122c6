import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { compressedFiles } from './compressed-files';

const folder = mkdtempSync(path.join(tmpdir(), 'partner-platform-static-'));
mkdirSync(path.join(folder, 'chunks'));
writeFileSync(path.join(folder, 'chunks/a.js.br'), brotliCompressSync('let answer = 42;'));
writeFileSync(path.join(folder, 'chunks/plain.js'), 'let answer = 42;');

const serve = compressedFiles(folder);
const server = createServer((incoming, outgoing) => {
  if (!serve(incoming, outgoing)) outgoing.writeHead(404).end('next');
}).listen(0, '127.0.0.1');

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function ask(target: string, { method = 'GET', encoding = 'gzip, br' } = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ answer: IncomingMessage; body: Buffer }>((resolve, reject) => {
    const options = { port, path: target, method, headers: { 'accept-encoding': encoding } };
    request({ host: '127.0.0.1', ...options }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ answer, body: Buffer.concat(parts) }));
    })
      .on('error', reject)
      .end();
  });
}

it('serves the compressed copy to whoever reads Brotli', async () => {
  const { answer, body } = await ask('/_next/static/chunks/a.js');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=UTF-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
  expect(brotliDecompressSync(body).toString()).toBe('let answer = 42;');
});

it('answers HEAD with the same headers and nothing else', async () => {
  const { answer, body } = await ask('/_next/static/chunks/a.js', { method: 'HEAD' });
  expect([answer.statusCode, answer.headers['content-encoding'], body.length]).toEqual([200, 'br', 0]);
});

it.each([
  ['/_next/static/chunks/a.js', { encoding: 'gzip' }],
  ['/_next/static/chunks/a.js', { method: 'POST' }],
  ['/_next/static/chunks/a.js.br', {}],
  ['/_next/static/chunks/plain.js', {}],
  ['/_next/static/../chunks/a.js', {}],
] as const)('leaves %s %j to Next', async (target, options) => {
  expect((await ask(target, options)).body.toString()).toBe('next');
});
