// Facts of the connection that a Web `Request` does not carry. Our own host fills them for each request;
// under Next the store is empty and the pipeline makes do with the `Request`.
import { AsyncLocalStorage } from 'node:async_hooks';
import { singleton } from '@/lib/core/singleton';

export interface Connection {
  /** Header names and values as they came, duplicates included: name, value, name, value, … */
  readonly rawHeaders: readonly string[];
  /** Address of the socket's other end. */
  readonly remoteAddress: string | undefined;
  /** Calls back once the response has been sent or cut. */
  onResponseEnd(callback: () => void): void;
}

// One store for both copies of this module (Next's bundle and the host's).
const connections = singleton('api.connection', () => new AsyncLocalStorage<Connection>());

/** Runs `work` with the facts of its connection at hand. */
export function withConnection<T>(connection: Connection, work: () => T): T {
  return connections.run(connection, work);
}

/** The facts of the connection this request came on; undefined under Next. */
export function currentConnection(): Connection | undefined {
  return connections.getStore();
}

/** Every value of a header, duplicates apart where the host can see them. */
export function headerValues(request: Request, name: string): string[] {
  const connection = currentConnection();
  if (connection) {
    const values: string[] = [];
    for (let i = 0; i < connection.rawHeaders.length; i += 2) {
      if (connection.rawHeaders[i]?.toLowerCase() === name) values.push(connection.rawHeaders[i + 1] ?? '');
    }
    return values;
  }
  const value = request.headers.get(name);
  return value === null ? [] : [value];
}
