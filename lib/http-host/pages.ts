// Next, in this process, for everything that is not of an API ring. The only import of Next in `lib`.
import { declareProductionBuild } from '@/lib/env/build';
import { compressedFiles } from './compressed-files';
import type { PageHandler } from './host-server';

/** Loads what `next build` made and returns the function that serves it. */
export async function preparePages(hostname: string, port: number): Promise<PageHandler> {
  declareProductionBuild(); // Next looks while it is being imported
  const { default: next } = await import('next');
  const app = next({ dev: false, hostname, port });
  await app.prepare();
  const serveCompressed = compressedFiles('.next/static');
  const serve = app.getRequestHandler();
  return (incoming, outgoing) =>
    serveCompressed(incoming, outgoing) ? undefined : serve(incoming, outgoing);
}
