// A TCP port on loopback that nobody listens on right now.
import { createServer, type AddressInfo } from 'node:net';

/** Somebody else may take it before the caller does; whoever starts a server on it must be ready to try again. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
