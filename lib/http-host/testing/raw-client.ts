// A client that sends bytes as they are, for tests of what no HTTP client would send.
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Splits what came into answers. `methods` tells which of them have no body. */
function parse(received: Buffer, methods: readonly string[]): { answers: RawAnswer[]; rest: Buffer } {
  const answers: RawAnswer[] = [];
  let rest = received;
  for (;;) {
    const headEnd = rest.indexOf('\r\n\r\n');
    if (headEnd === -1) return { answers, rest };
    const [statusLine = '', ...lines] = rest.subarray(0, headEnd).toString('latin1').split('\r\n');
    const status = Number(statusLine.split(' ')[1]);
    const headers = Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    );
    const bodiless = status < 200 || status === 204 || status === 304 || methods[answers.length] === 'HEAD';
    const length = bodiless ? 0 : Number(headers['content-length']);
    if (Number.isNaN(length)) throw new Error(`An answer without a length:\n${received.toString('latin1')}`);
    const bodyStart = headEnd + 4;
    if (rest.length < bodyStart + length) return { answers, rest };
    answers.push({ status, headers, body: rest.subarray(bodyStart, bodyStart + length).toString() });
    rest = rest.subarray(bodyStart + length);
  }
}

export interface RawExchange {
  readonly answers: readonly RawAnswer[];
  /** The server has ended the connection. */
  readonly closed: boolean;
}

export class RawClient {
  readonly socket: Socket;
  #received = Buffer.alloc(0);
  #closed = false;
  #changed: () => void = () => undefined;

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('data', (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#changed();
    });
    const onClosed = (): void => {
      this.#closed = true;
      this.#changed();
    };
    this.socket.on('end', onClosed);
    this.socket.on('close', onClosed);
    this.socket.on('error', () => undefined);
  }

  send(bytes: string | Buffer): this {
    this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
    return this;
  }

  /** Waits for `count` answers, or for the end of the connection, whichever comes first. */
  async answers(count: number, methods: readonly string[] = []): Promise<RawExchange> {
    for (;;) {
      const { answers } = parse(this.#received, methods);
      if (answers.length >= count || this.#closed) return { answers, closed: this.#closed };
      await new Promise<void>((resolve) => (this.#changed = resolve));
    }
  }

  /** Waits until the server has ended the connection. */
  async ended(): Promise<RawExchange> {
    return this.answers(Number.POSITIVE_INFINITY);
  }

  close(): void {
    this.socket.destroy();
  }
}

/** Sends `bytes` on a new connection and reads to its end. */
export async function rawExchange(port: number, bytes: string | Buffer): Promise<RawExchange> {
  const client = new RawClient(port).send(bytes);
  const exchange = await client.ended();
  client.close();
  return exchange;
}
