// The pages' scripts and styles as the build compressed them: with Brotli, once, and a seventh smaller than what Next
// compresses anew for each browser. Their names carry their hash, so a copy never changes.
import { createReadStream, globSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
};

interface CompressedFile {
  readonly file: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

function describe(folder: string, name: string): CompressedFile {
  const file = path.join(folder, name);
  return {
    file,
    headers: {
      'Content-Type': contentTypes[path.extname(name.slice(0, -'.br'.length))] as string,
      'Content-Encoding': 'br',
      'Content-Length': statSync(file).size,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      'X-Content-Type-Options': 'nosniff',
      'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    },
  };
}

export type ServeFile = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/**
 * Serves what stands in `folder` (`.next/static`) with the ending `.br`. The function tells whether it answered; everything
 * else, a browser without Brotli included, is Next's.
 */
export function compressedFiles(folder: string): ServeFile {
  const files = new Map(
    globSync('**/*.{js,css}.br', { cwd: folder }).map((name) => [
      `/_next/static/${name.slice(0, -'.br'.length)}`,
      describe(folder, name),
    ]),
  );
  return (incoming, outgoing) => {
    const found = files.get(incoming.url ?? '');
    if (!found || (incoming.method !== 'GET' && incoming.method !== 'HEAD')) return false;
    if (!/\bbr\b/.test(incoming.headers['accept-encoding'] ?? '')) return false;
    outgoing.writeHead(200, found.headers);
    if (incoming.method === 'HEAD') outgoing.end();
    else createReadStream(found.file).on('error', () => outgoing.destroy()).pipe(outgoing); // prettier-ignore
    return true;
  };
}
