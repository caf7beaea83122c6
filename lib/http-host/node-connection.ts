// The facts of a connection, from Node's own request and response.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connection } from '@/lib/api/connection';

export class NodeConnection implements Connection {
  readonly remoteAddress: string | undefined;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse) {
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    // Read now: a socket that has been cut no longer knows.
    this.remoteAddress = incoming.socket.remoteAddress;
  }

  get rawHeaders(): readonly string[] {
    return this.#incoming.rawHeaders;
  }

  onResponseEnd(callback: () => void): void {
    // 'close' comes once, after the last byte or the cut; `destroyed` says that it has come.
    if (this.#outgoing.destroyed) callback();
    else this.#outgoing.once('close', callback);
  }
}
