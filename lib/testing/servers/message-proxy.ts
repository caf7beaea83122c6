// A proxy in front of PostgreSQL that understands where a message begins: it counts what a client says, message by
// message, over all its connections, and breaks the conversation at the one that a test names.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * How the conversation breaks at a message: `reset` before it reaches the server; `cut reply` after the server has acted on
 * it, before the client hears; `kill` before it reaches the server, with the client's whole process.
 */
export const faultStyles = ['kill', 'cut reply', 'reset'] as const;
export type FaultStyle = (typeof faultStyles)[number];

export interface MessageProxy {
  readonly port: number;
  /** From now on messages count from 1; the one of this number is struck. 0: counts only. */
  arm(message: number, style: FaultStyle, kill: () => void): void;
  /** Stops striking. @returns how many messages were said, and whether one was struck. */
  disarm(): { readonly messages: number; readonly struck: boolean };
  stop(): Promise<void>;
}

/** Splits a client's bytes into messages (PostgreSQL protocol 3: the first has no type byte). */
class MessageReader {
  #rest: Buffer = Buffer.alloc(0);
  #started = false;

  *read(chunk: Buffer): Generator<{ readonly bytes: Buffer; readonly counts: boolean }> {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const typeBytes = this.#started ? 1 : 0;
      if (this.#rest.length < typeBytes + 4) return;
      const size = typeBytes + this.#rest.readInt32BE(typeBytes);
      if (this.#rest.length < size) return;
      const bytes = this.#rest.subarray(0, size);
      this.#rest = this.#rest.subarray(size);
      // Of a connection's beginning (start-up, password) and its end (X) nothing follows for our data.
      const type = this.#started ? String.fromCharCode(bytes[0] as number) : 'start-up';
      this.#started = true;
      yield { bytes, counts: !['start-up', 'p', 'X'].includes(type) };
    }
  }
}

interface Plan {
  readonly at: number;
  readonly style: FaultStyle;
  readonly kill: () => void;
  messages: number;
  struck: boolean;
}

/** Forwards a free port of the loopback to the server at `host:port`. */
export async function startMessageProxy(host: string, port: number): Promise<MessageProxy> {
  const sockets = new Set<Socket>();
  let plan: Plan | undefined;

  /** @returns whether this message is the one to strike. */
  const isStruck = (counts: boolean): Plan | undefined => {
    if (!plan || !counts) return undefined;
    plan.messages += 1;
    if (plan.messages !== plan.at) return undefined;
    plan.struck = true;
    return plan;
  };

  const server = createServer((client) => {
    const upstream = connect(port, host);
    const reader = new MessageReader();
    let swallowsReplies = false;
    const breakOff = () => {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', breakOff);
      socket.on('close', () => {
        sockets.delete(socket);
        breakOff();
      });
    }
    client.on('data', (chunk: Buffer) => {
      for (const { bytes, counts } of reader.read(chunk)) {
        const struck = isStruck(counts);
        if (struck && struck.style !== 'cut reply') {
          if (struck.style === 'kill') struck.kill();
          return breakOff();
        }
        if (struck) swallowsReplies = true;
        upstream.write(bytes);
      }
    });
    upstream.on('data', (chunk: Buffer) => {
      if (swallowsReplies) breakOff();
      else client.write(chunk);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    arm: (at, style, kill) => (plan = { at, style, kill, messages: 0, struck: false }),
    disarm() {
      const { messages = 0, struck = false } = plan ?? {};
      plan = undefined;
      return { messages, struck };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
