// Ends an HTTP server without breaking a request off.
import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';

/** A connection that is between two requests gets this long to bring the next one, which is told to close. */
const graceMs = 1_000;
/** No request runs longer (contract §3). */
const longestMs = 20_000;
const beatMs = 50;

/**
 * Accepts nothing more and resolves when every connection has ended. Answers must carry `Connection: close`
 * already (`drain`); closing a kept-alive connection at once would race with a request on its way.
 */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const beat = setInterval(() => {
      const elapsedMs = performance.now() - startedAt;
      if (elapsedMs >= longestMs) server.closeAllConnections();
      else if (elapsedMs >= graceMs) server.closeIdleConnections();
    }, beatMs);
    // http.Server.close would end idle connections at once; the one of net.Server does not.
    NetServer.prototype.close.call(server, () => {
      clearInterval(beat);
      server.close(() => undefined); // ends the server's own timers
      resolve();
    });
  });
}
