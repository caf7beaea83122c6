// Other people's stacks as processes beside ours. They have a package file of their own, so that the product's list of
// dependencies stays what the product needs.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@/lib/testing/servers/free-port';
import { startNode, whenReady, type Settings } from './child';
import { atEnd } from './closers';

const folder = path.resolve('e2e/bench/peers');

let installed: Promise<unknown> | undefined;

/** Starts `e2e/bench/peers/<name>.mjs` on a port of its own. @returns its origin. */
export async function startPeer(
  name: 'fastify' | 'express' | 'oidc-provider',
  settings: (origin: string) => Settings,
): Promise<string> {
  await (installed ??= promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder }));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = startNode([path.join(folder, `${name}.mjs`)], {
    NODE_ENV: 'production',
    PATH: process.env['PATH'],
    PORT: String(port),
    ...settings(origin),
  });
  atEnd(() => child.stop());
  await whenReady(child, `${origin}/readyz`);
  return origin;
}
