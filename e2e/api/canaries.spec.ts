// Promise "Secrets and personal data": canaries of every kind go through every door of a product of its own that logs all it
// can; then nothing of them is in the log, in a refusal, in an event or in the browser's scripts, and of those that are
// secret, or encrypted at rest, nothing is in the database either.
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { startEmbeddedPostgres } from '@/lib/db/embedded';
import { freePort } from '@/lib/testing/servers/free-port';
import { watchOver } from '@/lib/testing/servers/guardian';
import { until, type SeededClient } from './product';

/**
 * Where a canary of a kind may be found. `database`: stands there in the clear on purpose, as what an application says of
 * itself does, or what a partner sent that is neither personal nor secret, in his request log. `event`: part of the resource
 * as its events show it. `name`: a field's name, which a refusal has to say, or the address of a page, which the page knows.
 */
type Keep = 'nowhere' | 'database' | 'event' | 'name';

const canaries = new Map<string, { readonly value: string; readonly keep: Keep }>();

/** A value of this kind that occurs nowhere else: letters, in the case that a name would have. */
function canary(kind: string, keep: Keep, make: (mark: string) => string = (mark) => mark): string {
  const mark = `Qx${[...randomBytes(9)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
  const value = make(mark);
  canaries.set(kind, { value, keep });
  return value;
}

interface Product {
  readonly origin: string;
  readonly log: () => string;
  stop(): Promise<void>;
}

async function startLoggingProduct(directory: string): Promise<Product> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      PATH: process.env['PATH'],
      APP_ENV: 'development',
      APP_URL: origin,
      PORT: String(port),
      DATA_DIR: directory,
      LOG_LEVEL: 'debug',
      ALLOW_LOCAL_WEBHOOKS: '1',
      NEXT_TELEMETRY_DISABLED: '1',
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const guardian = watchOver(child.pid as number, []);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const log = () => Buffer.concat(chunks).toString();
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`It ended:\n${log()}`);
    return fetch(`${origin}/readyz`).catch(() => undefined);
  }, (answer) => answer?.status === 200, 60); // prettier-ignore
  return {
    origin,
    log,
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
      guardian.dismiss();
    },
  };
}

interface Sent {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it holds is asserted
  readonly json: any;
}

/** Mails, which say to their reader what is for his eyes; and the sandbox bank's own book, a bank that knows its accounts. */
const books = new Set(['public.outgoing_mails', 'public.sandbox_rail_payments']);

/** The product's log: lines of JSON. What a development start says to the person at the terminal is not part of it. */
const logLines = (output: string) =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join('\n');

test('canaries sing nowhere', async () => {
  test.setTimeout(180_000);
  const directory = mkdtempSync(path.join(tmpdir(), 'partner-platform-canaries-'));
  const product = await startLoggingProduct(directory);
  const { origin } = product;
  /** Answers that refuse: what was sent must not come back in them. */
  const refusals: string[] = [];

  async function send(target: string, init: RequestInit = {}): Promise<Sent> {
    const answer = await fetch(origin + target, { redirect: 'manual', ...init });
    const waitSeconds = Number(answer.headers.get('retry-after'));
    if (answer.status === 429 && waitSeconds > 0) {
      await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1_000));
      return send(target, init);
    }
    const text = await answer.text();
    if (answer.status >= 400) refusals.push(text);
    try {
      return { status: answer.status, json: JSON.parse(text) };
    } catch {
      return { status: answer.status, json: {} };
    }
  }

  // Programs: credentials, tokens, bodies.
  const listed = await import('node:child_process').then(({ execFileSync }) =>
    execFileSync(process.execPath, ['dist/credentials.js'], { env: { ...process.env, DATA_DIR: directory, PORT: new URL(origin).port, APP_URL: origin } }).toString(),
  ); // prettier-ignore
  const { clients } = JSON.parse(listed) as { clients: readonly SeededClient[] };
  const client = clients.find(({ livemode }) => !livemode)!;
  canaries.set('client secret', { value: client.client_secret, keep: 'nowhere' });
  const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  const tokenPlane = (at: string, body: string, headers: Record<string, string> = {}) =>
    send(`/partner/v1/oauth/${at}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
  const minted = await tokenPlane('token', 'grant_type=client_credentials', {
    authorization: basic(client.client_id, client.client_secret),
  });
  const token = minted.json.access_token as string;
  canaries.set('access token', { value: token, keep: 'nowhere' });

  const wrong = canary('wrong client secret', 'nowhere', (mark) => `csk_sbx_${mark}`);
  await tokenPlane('token', 'grant_type=client_credentials', {
    authorization: basic(client.client_id, wrong),
  });
  await tokenPlane('token', form({ grant_type: 'client_credentials', client_id: client.client_id, client_secret: canary('secret in a form', 'nowhere') })); // prettier-ignore
  await tokenPlane('token', form({ grant_type: 'client_credentials', client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: canary('assertion', 'nowhere', (mark) => `${mark}.${mark}.${mark}`) })); // prettier-ignore
  await tokenPlane('token', form({ grant_type: canary('grant type', 'database'), scope: canary('scope', 'database') }), { authorization: basic(client.client_id, client.client_secret) }); // prettier-ignore
  await tokenPlane('introspect', form({ token: canary('introspected token', 'nowhere') }), { authorization: basic(client.client_id, client.client_secret) }); // prettier-ignore
  await tokenPlane('revoke', form({ token: canary('revoked token', 'nowhere') }), { authorization: basic(client.client_id, client.client_secret) }); // prettier-ignore
  await send(`/partner/v1/project?access_token=${canary('token in the query', 'nowhere')}`);
  await send('/partner/v1/project', {
    headers: { authorization: `Bearer ${canary('bad bearer token', 'nowhere')}` },
  });
  await send('/partner/v1/project', { headers: { authorization: `Bearer ${token}`, cookie: `x=${canary('cookie', 'nowhere')}`, 'x-api-key': canary('unknown header', 'nowhere') } }); // prettier-ignore

  const api = (method: string, at: string, body?: unknown) =>
    send(`/partner/v1${at}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const email = (kind: string) => canary(kind, 'database', (mark) => `${mark}@example.com`);
  const application = {
    business: { company_number: '00000401' },
    amount_pence: 2_500_000,
    term_months: 12,
    applicant: { email: email('applicant e-mail'), first_name: canary('applicant name', 'database') },
  };
  const opened = await api('POST', '/applications', application);
  expect(opened.status).toBe(201);
  const { id, handoff_url: handoff } = opened.json as { id: string; handoff_url: string };
  canaries.set('token of the applicant’s link', { value: handoff.split('/').at(-1)!, keep: 'event' });
  const decided = await until(() => api('GET', `/decisions/${id}`), ({ status }) => status === 200); // prettier-ignore
  const [offer] = (decided.json as { offers: readonly { id: string }[] }).offers;
  await api('POST', `/applications/${id}/accept`, {
    offer_id: offer!.id,
    accepted_by: { name: canary('accepted by', 'database'), email: email('accepted by e-mail') },
  });
  const asked = await api('POST', '/disbursements', {
    application_id: id,
    payee: {
      account_name: 'Healthy Ltd',
      sort_code: canary('sort code', 'nowhere', () => '71-93-48'),
      account_number: canary('account number', 'nowhere', () => '93710001'),
    },
  });
  expect(asked.status).toBe(201);
  await api('POST', `/sandbox/disbursements/${asked.json.id}/settle`);
  const link = await api('POST', '/payments/links', {
    amount_pence: 12_345,
    reference: 'INV 7',
    payer: { name: canary('payer name', 'database'), email: email('payer e-mail') },
  });
  const { id: linkId, url } = link.json as { id: string; url: string };
  canaries.set('token of the payer’s link', { value: url.split('/').at(-1)!, keep: 'event' });
  await fetch(url);
  await fetch(handoff);
  await api('POST', `/sandbox/payments/links/${linkId}/settle`);
  const subject = (surname: string) => ({
    first_name: canary(`first name of ${surname}`, 'nowhere'),
    last_name: surname,
    date_of_birth: canary(`birth of ${surname}`, 'nowhere', () => `19${surname === 'Fail' ? 61 : 67}-07-19`),
    address: {
      line1: canary(`street of ${surname}`, 'nowhere', (mark) => `7 ${mark} Road`),
      city: canary(`town of ${surname}`, 'nowhere'),
      postcode: surname === 'Fail' ? 'EX4 9QZ' : 'TR1 8XJ',
      country: 'GB',
    },
    nationality: 'GB',
  });
  for (const surname of [canary('surname', 'nowhere'), 'Fail']) {
    const checked = await api('POST', '/identity/checks', { type: 'individual', subject: subject(surname) });
    expect(checked.status, JSON.stringify(checked.json)).toBe(201);
  }
  await api('POST', '/identity/checks', { type: 'business', business: { company_number: '00000401', name: canary('name of a business', 'event') } }); // prettier-ignore

  // What is refused: in every place where a value may stand.
  await api('POST', '/applications', { ...application, [canary('unknown field', 'name')]: canary('unknown value', 'nowhere') }); // prettier-ignore
  await api('POST', '/applications', { ...application, applicant: { email: canary('no e-mail', 'nowhere'), first_name: canary('refused name', 'nowhere') } }); // prettier-ignore
  await api('POST', '/applications', { ...application, business: { company_number: canary('no company number', 'database') } }); // prettier-ignore
  await api('POST', '/applications', { ...application, purpose: canary('no purpose', 'database'), redirect_uri: canary('no address', 'database') }); // prettier-ignore
  await api('POST', '/applications', `{"applicant": "${canary('broken JSON', 'nowhere')}`);
  await api('POST', '/identity/checks', { type: 'individual', subject: { first_name: canary('too little', 'nowhere') } }); // prettier-ignore
  await api('POST', '/disbursements', { application_id: id, payee: { account_name: canary('other payee', 'nowhere'), sort_code: '719348', account_number: '93710001' } }); // prettier-ignore
  await api('GET', `/applications?reference=${canary('reference in a query', 'database')}&nope=${canary('unknown parameter', 'database')}`); // prettier-ignore
  await api('GET', `/applications/${canary('id in a path', 'database')}`);
  await send(`/partner/v1/${canary('unknown path', 'database')}`);
  await send(`/pay/${canary('token of no link', 'name')}`);
  await send(`/apply/${canary('token of no journey', 'name')}`);

  // Webhooks: a receiver that fails, and says things.
  const seen: string[] = [];
  const receiver = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
    request.on('end', () => response.writeHead(500).end('no'));
  });
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready));
  const hook = await api('POST', '/webhook_endpoints', {
    url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`,
    enabled_events: ['*'],
  });
  canaries.set('webhook secret', {
    value: hook.json.secret as string,
    keep: 'nowhere',
  });
  await api('POST', '/applications', application);
  await until(async () => seen, (all) => all.length > 1); // prettier-ignore

  // People: sign-up, wrong passwords, codes.
  const own = { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  const people = (at: string, body: object) =>
    send(`/api${at}`, { method: 'POST', headers: own, body: JSON.stringify(body) });
  const person = email('e-mail of a person');
  await people('/auth/sign-up', {
    name: canary('name of a person', 'database'),
    company_name: 'Engine Finance Ltd',
    email: person,
    password: canary('password', 'nowhere', (mark) => `${mark} harbour lantern`),
  });
  await people('/auth/verify', { code: canary('code', 'nowhere') });
  await people('/auth/forgot', {
    email: canary('e-mail of nobody', 'nowhere', (mark) => `${mark}@example.com`),
  });
  await people('/auth/reset', { token: canary('reset token', 'nowhere'), password: canary('new password', 'nowhere', (mark) => `${mark} harbour lantern`) }); // prettier-ignore
  await people('/ops/auth/sign-in', { email: canary('e-mail at the wrong door', 'nowhere', (mark) => `${mark}@example.com`), password: canary('staff password', 'nowhere'), code: '123456' }); // prettier-ignore
  await people('/auth/accept-invitation', { token: canary('invitation', 'nowhere'), name: 'x', password: canary('password of a guest', 'nowhere') }); // prettier-ignore

  const events = JSON.stringify((await api('GET', '/events?limit=100')).json) + seen.join('');
  await new Promise((resolve) => setTimeout(resolve, 2_000)); // buffers are written
  receiver.close();
  await product.stop();

  // Everything that a dump of the database would hold, as text; bytes both as hexadecimal and read as they are.
  const database = await startEmbeddedPostgres(directory);
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  let dump = '';
  for (const { name } of tables) {
    if (books.has(name)) continue;
    const { rows } = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`);
    dump += rows.map(({ row }) => row).join('\n');
  }
  await owner.end();
  await database.stop();
  for (const used of [directory, database.dataDirectory]) rmSync(used, { recursive: true, force: true });

  const bundles = globSync('.next/static/**/*.{js,css}').map((file) => readFileSync(file, 'utf8')).join('\n'); // prettier-ignore
  const places: Readonly<Record<string, string>> = {
    log: logLines(product.log()),
    refusals: refusals.join('\n'),
    events,
    bundles,
  };
  for (const [place, text] of Object.entries(places)) expect(text.length, place).toBeGreaterThan(100);
  expect(dump.length).toBeGreaterThan(10_000);
  expect(canaries.size).toBeGreaterThanOrEqual(50);

  const found: string[] = [];
  for (const [kind, { value, keep }] of canaries) {
    const spellings = [value, encodeURIComponent(value), Buffer.from(value).toString('base64'), Buffer.from(value).toString('hex')]; // prettier-ignore
    const isIn = (text: string) => spellings.some((spelling) => text.includes(spelling));
    for (const [place, text] of Object.entries(places)) {
      const isAllowed = (place === 'events' && keep === 'event') || (place === 'refusals' && keep === 'name');
      if (!isAllowed && isIn(text)) found.push(`${kind} in the ${place}`);
    }
    if (keep === 'nowhere' && isIn(dump)) found.push(`${kind} in the database`);
  }
  expect(found).toEqual([]);
});
