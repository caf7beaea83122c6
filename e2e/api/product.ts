// The running product as a partner's program meets it: seeded credentials, tokens, calls over HTTP.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';

export interface SeededClient {
  readonly project: string;
  readonly project_id: string;
  readonly livemode: boolean;
  readonly tier: string;
  readonly client_id: string;
  readonly client_secret: string;
  readonly scopes: readonly string[];
}

export interface Credentials {
  readonly origin: string;
  readonly clients: readonly SeededClient[];
}

let known: Promise<Credentials> | undefined;

/** What `npm run credentials` prints, read once. */
export function credentials(): Promise<Credentials> {
  known ??= promisify(execFile)('npm', ['run', '--silent', 'credentials'], { env: process.env }).then(
    ({ stdout }) => JSON.parse(stdout) as Credentials,
  );
  return known;
}

/** The seeded client of the first partner on this tier. */
export async function clientOn(tier: 'build' | 'launch' | 'scale' | 'platform'): Promise<SeededClient> {
  const client = (await credentials()).clients.find((candidate) => candidate.tier === tier);
  if (!client) throw new Error(`The seed has no client on ${tier}`);
  return client;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests assert the shape themselves
  readonly json: any;
}

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly token?: string;
  /** Default for POST: a fresh key. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the running product. */
export async function call(
  path: string,
  { method = 'GET', body, token, key, headers }: Call = {},
): Promise<Answer> {
  const { origin } = await credentials();
  const idempotencyKey = key === undefined && method === 'POST' ? randomUUID() : key;
  const response = await fetch(origin + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
}

/** Mints a token for `client`. */
export async function mint(client: SeededClient, scope?: string): Promise<string> {
  const { origin } = await credentials();
  const response = await fetch(`${origin}/partner/v1/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) }),
  });
  if (!response.ok) throw new Error(`Minting failed: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { access_token: string }).access_token;
}

/** Repeats `read` until `done` accepts its answer. */
export async function until<T>(
  read: () => Promise<T>,
  done: (value: T) => boolean,
  seconds = 15,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (done(value)) return value;
    if (Date.now() > end) throw new Error(`Not within ${seconds} s; last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
