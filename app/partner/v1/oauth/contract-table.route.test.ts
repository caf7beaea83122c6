// Every row of the contract's table of OAuth answers (§2), on all three endpoints.
import { generateKeyPair, SignJWT, exportJWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { scopes } from '@/lib/core/scopes';
import { withTransaction } from '@/lib/db';
import { addKey, addSecret, retireCredential, revokeClient, revokeCredential } from '@/lib/oauth';
import { suspendPartner, resumePartner } from '@/lib/partners';
import { closeProject, resumeProject, suspendProject } from '@/lib/projects';
import { createClient, createProject, ownerQuery, type RouteAnswer, type TestClient } from '@/lib/testing';
import { basic, freshAddress, postForm, type FormCall } from '@/lib/testing/token-plane';
import * as introspect from './introspect/route';
import * as revoke from './revoke/route';
import * as token from './token/route';

const actor = { kind: 'system', job: 'test' } as const;
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const issuer = 'http://localhost:3000';

let client: TestClient;
let stranger: TestClient;
let project: Awaited<ReturnType<typeof createProject>>;

beforeAll(async () => {
  project = await createProject({ livemode: true });
  client = await createClient(project);
  stranger = await createClient(await createProject({ livemode: true }));
});

/** The three endpoints, with the parameter each requires and a body that succeeds. */
const endpoints = [
  { name: 'token', route: token, requires: 'grant_type', value: () => 'client_credentials' },
  { name: 'introspect', route: introspect, requires: 'token', value: () => 'unknown' },
  { name: 'revoke', route: revoke, requires: 'token', value: () => 'unknown' },
] as const;

function expectRefusal(answer: RouteAnswer, status: number, error: string): void {
  expect({ status: answer.status, error: answer.json?.error }).toEqual({ status, error });
  expect(Object.keys(answer.json)).toEqual(
    'error_description' in answer.json ? ['error', 'error_description'] : ['error'],
  );
  expectHeaders(answer);
}

function expectHeaders(answer: RouteAnswer): void {
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('credicorp-request-id')).toMatch(/^req_/);
  expect(answer.headers.get('www-authenticate')).toBe(answer.status === 401 ? 'Basic realm="partner"' : null);
  if (answer.text !== '') expect(answer.headers.get('content-type')).toBe('application/json');
}

describe.each(endpoints)('$name', ({ route, requires, value }) => {
  const good = () => ({ [requires]: value() });
  const post = (call: FormCall) => postForm(route.POST, call);
  const right = () => basic(client.clientId, client.clientSecret);
  const asPost = () => ({ client_id: client.clientId, client_secret: client.clientSecret });

  it('answers client_secret_basic and client_secret_post', async () => {
    for (const call of [{ form: good(), headers: [right()] }, { form: { ...good(), ...asPost() } }]) {
      const answer = await post(call);
      expect(answer.status).toBe(200);
      expectHeaders(answer);
    }
  });

  describe('401 invalid_client', () => {
    const withBasic = (text: string): FormCall => ({
      form: good(),
      headers: [['authorization', `Basic ${Buffer.from(text).toString('base64')}`]],
    });
    const cases: Record<string, () => FormCall> = {
      'no credentials': () => ({ form: good() }),
      'client_id alone': () => ({ form: { ...good(), client_id: client.clientId } }),
      'client_secret alone': () => ({ form: { ...good(), client_secret: client.clientSecret } }),
      'empty client_secret': () => ({ form: { ...good(), client_id: client.clientId, client_secret: '' } }),
      'unknown client': () => ({ form: good(), headers: [basic('cid_live_unknown', 'x')] }),
      'unknown client that no id looks like': () => ({ form: good(), headers: [basic('\u0000é', 'x')] }),
      'wrong secret': () => ({ form: good(), headers: [basic(client.clientId, stranger.clientSecret)] }),
      'wrong secret in the body': () => ({ form: { ...good(), ...asPost(), client_secret: 'x' } }),
      'secret with a changed last character': () => ({
        form: good(),
        headers: [basic(client.clientId, `${client.clientSecret.slice(0, -1)}!`)],
      }),
      'Basic that is no base64': () => ({ form: good(), headers: [['authorization', 'Basic !!!']] }),
      'Basic without anything': () => ({ form: good(), headers: [['authorization', 'Basic']] }),
      'Basic without a colon': () => withBasic('abc'),
      'Basic with broken percent-encoding': () => withBasic(`${client.clientId}:%zz`),
      'Basic with percent-encoding that is no UTF-8': () => withBasic(`${client.clientId}:%ff`),
      'Basic that is no UTF-8': () => ({ form: good(), headers: [['authorization', 'Basic /zo6']] }),
      'another scheme': () => ({
        form: good(),
        headers: [['authorization', `Bearer ${client.clientSecret}`]],
      }),
      'an assertion that is no JWT': () => ({
        form: { ...good(), client_assertion_type: assertionType, client_assertion: 'x.y.z' },
      }),
      'an assertion without its type': () => ({ form: { ...good(), client_assertion: 'x.y.z' } }),
      'a type without its assertion': () => ({ form: { ...good(), client_assertion_type: assertionType } }),
    };
    it.each(Object.entries(cases))('%s', async (_, call) => {
      expectRefusal(await post(call()), 401, 'invalid_client');
    });

    it('gives unknown client and wrong secret the same bytes', async () => {
      const answers = await Promise.all([
        post({ form: good(), headers: [basic(`${client.clientId.slice(0, -4)}zzzz`, client.clientSecret)] }),
        post({ form: good(), headers: [basic(client.clientId, stranger.clientSecret)] }),
      ]);
      const [unknown, wrong] = answers.map(({ status, text, headers }) => ({
        status,
        text,
        headers: [...headers].filter(([name]) => !name.endsWith('request-id')),
      }));
      expect(unknown).toEqual(wrong);
    });

    it('retired and revoked secrets, a revoked client', async () => {
      const own = await createClient(project);
      const reference = { projectId: project.id, clientId: own.clientId };
      const second = await withTransaction((tx) => addSecret({ ctx: { tx, actor }, input: reference }));
      const tryWith = (secret: string) => post({ form: good(), headers: [basic(own.clientId, secret)] });
      expect((await tryWith(own.clientSecret)).status).toBe(200);
      expect((await tryWith(second.secret)).status).toBe(200);

      await withTransaction((tx) => retireCredential({ ctx: { tx, actor }, input: { ...reference, credentialId: own.credentialId } })); // prettier-ignore
      await expect.poll(async () => (await tryWith(own.clientSecret)).status, { timeout: 1_000 }).toBe(401);
      expectRefusal(await tryWith(own.clientSecret), 401, 'invalid_client');
      expect((await tryWith(second.secret)).status).toBe(200);

      await withTransaction((tx) => revokeCredential({ ctx: { tx, actor }, input: { ...reference, credentialId: second.id } })); // prettier-ignore
      await expect.poll(async () => (await tryWith(second.secret)).status, { timeout: 1_000 }).toBe(401);

      const third = await withTransaction((tx) => addSecret({ ctx: { tx, actor }, input: reference }));
      expect((await tryWith(third.secret)).status).toBe(200);
      await withTransaction((tx) => revokeClient({ ctx: { tx, actor }, input: reference }));
      await expect.poll(async () => (await tryWith(third.secret)).status, { timeout: 1_000 }).toBe(401);
    });

    it('a client of a suspended project or partner, and again the right answer on resume', async () => {
      const other = await createProject({ livemode: true });
      const own = await createClient(other);
      const status = async () =>
        (await post({ form: good(), headers: [basic(own.clientId, own.clientSecret)] })).status;
      const becomes = (expected: number) => expect.poll(status, { timeout: 1_000 }).toBe(expected);
      const onProject = { projectId: other.id };
      const onPartner = { partnerId: other.partnerId };
      expect(await status()).toBe(200);
      await withTransaction((tx) => suspendProject({ ctx: { tx, actor }, input: onProject }));
      await becomes(401);
      await withTransaction((tx) => resumeProject({ ctx: { tx, actor }, input: onProject }));
      await becomes(200);
      await withTransaction((tx) => suspendPartner({ ctx: { tx, actor }, input: onPartner }));
      await becomes(401);
      await withTransaction((tx) => resumePartner({ ctx: { tx, actor }, input: onPartner }));
      await becomes(200);
      await withTransaction((tx) => closeProject({ ctx: { tx, actor }, input: onProject }));
      await becomes(401);
    });
  });

  describe('400 invalid_request', () => {
    const type = (text: string): [string, string] => ['content-type', text];
    const cases: Record<string, () => FormCall> = {
      'two methods: Basic and body': () => ({ form: { ...good(), ...asPost() }, headers: [right()] }),
      'two methods: Basic and assertion': () => ({
        form: { ...good(), client_assertion_type: assertionType, client_assertion: 'x.y.z' },
        headers: [right()],
      }),
      'two methods: secret and assertion': () => ({
        form: { ...good(), ...asPost(), client_assertion_type: assertionType, client_assertion: 'x.y.z' },
      }),
      'Basic id other than the body’s': () => ({
        form: { ...good(), client_id: stranger.clientId },
        headers: [right()],
      }),
      'repeated parameter': () => ({
        form: [
          [requires, value()],
          [requires, value()],
        ],
        headers: [right()],
      }),
      'repeated client_id': () => ({
        form: [...Object.entries(good()), ['client_id', client.clientId], ['client_id', client.clientId]],
        headers: [right()],
      }),
      'repeated parameter, once empty': () => ({
        form: `${requires}=&${requires}=${value()}`,
        headers: [right()],
      }),
      'two Authorization headers': () => ({ form: good(), headers: [right(), right()] }),
      'client_secret in the query': () => ({
        form: good(),
        path: `/partner/v1/oauth/x?client_secret=${client.clientSecret}`,
        headers: [right()],
      }),
      'everything in the query': () => ({
        form: '',
        path: `/partner/v1/oauth/x?${new URLSearchParams({ ...good(), ...asPost() }).toString()}`,
      }),
      'required parameter missing': () => ({ form: { foo: 'bar' }, headers: [right()] }),
      'required parameter empty': () => ({ form: { [requires]: '' }, headers: [right()] }),
      'empty body': () => ({ form: '', headers: [right()] }),
      'JSON body': () => ({ form: JSON.stringify(good()), headers: [right(), type('application/json')] }),
      'multipart type': () => ({ form: good(), headers: [right(), type('multipart/form-data; boundary=x')] }),
      'no content type': () => ({ form: good(), headers: [right(), type('')] }),
      'two content types': () => ({
        form: good(),
        headers: [
          right(),
          type('application/x-www-form-urlencoded'),
          type('application/x-www-form-urlencoded'),
        ],
      }),
      'another charset': () => ({
        form: good(),
        headers: [right(), type('application/x-www-form-urlencoded; charset=ISO-8859-1')],
      }),
      gzip: () => ({ form: good(), headers: [right(), ['content-encoding', 'gzip']] }),
      'identity encoding': () => ({ form: good(), headers: [right(), ['content-encoding', 'identity']] }),
      'invalid UTF-8': () => ({
        form: Buffer.concat([Buffer.from(`${requires}=${value()}&x=`), Buffer.of(0xff)]),
        headers: [right()],
      }),
      'percent-encoding that is no UTF-8': () => ({
        form: `${requires}=${value()}&x=%ff`,
        headers: [right()],
      }),
      'broken percent-encoding': () => ({ form: `${requires}=${value()}&x=%4`, headers: [right()] }),
      'over 8 KiB': () => ({ form: { ...good(), x: 'a'.repeat(8 * 1024) }, headers: [right()] }),
    };
    it.each(Object.entries(cases))('%s', async (_, call) => {
      expectRefusal(await post(call()), 400, 'invalid_request');
    });

    it('over 8 KiB without a declared length', async () => {
      const answer = await post({
        form: { ...good(), x: 'a'.repeat(8 * 1024) },
        headers: [right(), ['transfer-encoding', 'chunked']],
      });
      expectRefusal(answer, 400, 'invalid_request');
    });

    it('never echoes what was sent', async () => {
      const marker = 'marker-that-is-nowhere';
      const answer = await post({ form: { [requires]: marker, scope: marker, client_id: marker } });
      expect(answer.text).not.toContain(marker);
    });
  });

  it('takes what the RFCs allow', async () => {
    const forms: FormCall[] = [
      { form: [...Object.entries(good()), ['foo', '1'], ['foo', '2']], headers: [right()] },
      {
        form: good(),
        headers: [right(), ['content-type', 'Application/X-WWW-Form-Urlencoded; Charset="UTF-8"']],
      },
      { form: good(), headers: [['authorization', right()[1].replace('Basic', 'bAsIc')]] },
      { form: { ...good(), client_id: client.clientId }, headers: [right()] },
      { form: { ...good(), client_secret: '', client_assertion: '' }, headers: [right()] },
    ];
    for (const call of forms) expect((await post(call)).status).toBe(200);
  });

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('405 to %s', async (method) => {
    const answer = await postForm(route[method], { method, headers: [right()] });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    if (method === 'HEAD') expect(answer.text).toBe('');
    else expectRefusal(answer, 405, 'invalid_request');
    expectHeaders(answer);
  });

  describe('429 temporarily_unavailable', () => {
    const expectLimited = (answer: RouteAnswer | undefined) => {
      expect(answer?.status).toBe(429);
      expect(answer?.text).toBe('{"error":"temporarily_unavailable"}');
      expect(Number(answer?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      if (answer) expectHeaders(answer);
    };
    const until = async (call: () => FormCall, most: number) => {
      for (let i = 0; i < most; i += 1) {
        const answer = await post(call());
        if (answer.status === 429) return { answer, before: i };
      }
      return { answer: undefined, before: most };
    };

    it('by address, after the parameters and before the client', async () => {
      const address = freshAddress();
      const { answer, before } = await until(() => ({ form: good(), address }), 200);
      expectLimited(answer);
      expect(before).toBeGreaterThanOrEqual(60);
      // What cannot be read costs nothing and is told so.
      expectRefusal(await post({ form: '', address, headers: [right()] }), 400, 'invalid_request');
    });

    it('by wrong credentials; the right one is always tried', async () => {
      const address = freshAddress();
      const own = await createClient(project);
      const wrong = () => ({ form: good(), address, headers: [basic(own.clientId, 'wrong')] });
      const { answer, before } = await until(wrong, 40);
      expectLimited(answer);
      expect(before).toBeGreaterThanOrEqual(10);
      const withRight = { form: good(), address, headers: [basic(own.clientId, own.clientSecret)] };
      expect((await post(withRight)).status).toBe(200);
    });

    it('by client, once it is verified', async () => {
      const launch = await createProject({ livemode: true, tier: 'launch' });
      const own = await createClient(launch);
      const call = () => ({ form: good(), headers: [basic(own.clientId, own.clientSecret)] });
      const { answer, before } = await until(call, 120);
      expectLimited(answer);
      expect(before).toBeGreaterThanOrEqual(20);
      const wrong = { form: good(), headers: [basic(own.clientId, 'wrong')] };
      expectRefusal(await post(wrong), 401, 'invalid_client');
    });
  });
});

describe('private_key_jwt', () => {
  type Claims = Record<string, unknown>;
  let serial = 0;

  async function keyed(alg: 'ES256' | 'PS256' | 'EdDSA') {
    const pair = await generateKeyPair(alg, { extractable: true });
    const publicJwk = (await exportJWK(pair.publicKey)) as never;
    const input = { projectId: project.id, clientId: client.clientId, publicJwk };
    const keyId = await withTransaction((tx) => addKey({ ctx: { tx, actor }, input }));
    return { keyId, privateKey: pair.privateKey, alg };
  }

  function assertion(key: Awaited<ReturnType<typeof keyed>>, change: Claims = {}, header: Claims = {}) {
    const now = Math.floor(Date.now() / 1000);
    serial += 1;
    const claims = {
      iss: client.clientId,
      sub: client.clientId,
      aud: issuer,
      exp: now + 60,
      iat: now,
      jti: `assertion-${serial}`,
      ...change,
    };
    return new SignJWT(claims).setProtectedHeader({ alg: key.alg, ...header }).sign(key.privateKey);
  }

  const send = (client_assertion: string, more: Record<string, string> = {}) =>
    postForm(token.POST, {
      form: {
        grant_type: 'client_credentials',
        client_assertion_type: assertionType,
        client_assertion,
        ...more,
      },
    });

  it.each(['ES256', 'PS256', 'EdDSA'] as const)('mints with %s, once', async (alg) => {
    const key = await keyed(alg);
    const used = await assertion(key, {}, { kid: key.keyId });
    const answer = await send(used);
    expect(answer.status).toBe(200);
    const claims = JSON.parse(Buffer.from(answer.json.access_token.split('.')[1], 'base64url').toString());
    expect(claims).toMatchObject({ client_id: client.clientId, credential_id: key.keyId });
    expectRefusal(await send(used), 401, 'invalid_client');
    const together = await assertion(key);
    const statuses = (await Promise.all(Array.from({ length: 10 }, () => send(together)))).map(
      (a) => a.status,
    );
    expect(statuses.toSorted()).toEqual([200, ...Array<number>(9).fill(401)]);

    await withTransaction((tx) =>
      revokeCredential({
        ctx: { tx, actor },
        input: { projectId: project.id, clientId: client.clientId, credentialId: key.keyId },
      }),
    );
    await expect.poll(async () => (await send(await assertion(key))).status, { timeout: 1_000 }).toBe(401);
  });

  it('refuses everything else', async () => {
    const key = await keyed('ES256');
    const foreign = { ...key, privateKey: (await generateKeyPair('ES256')).privateKey };
    const now = Math.floor(Date.now() / 1000);
    const bad: Record<string, () => Promise<string>> = {
      'another key': () => assertion(foreign),
      'audience of the token endpoint': () => assertion(key, { aud: `${issuer}/partner/v1/oauth/token` }),
      'audience as a list': () => assertion(key, { aud: [issuer] }),
      'issuer with a slash': () => assertion(key, { aud: `${issuer}/` }),
      'no audience': () => assertion(key, { aud: undefined }),
      'another issuer': () => assertion(key, { iss: stranger.clientId }),
      'another subject': () => assertion(key, { sub: stranger.clientId }),
      expired: () => assertion(key, { exp: now - 60 }),
      'too far ahead': () => assertion(key, { exp: now + 400 }),
      endless: () => assertion(key, { exp: undefined }),
      'not yet valid': () => assertion(key, { nbf: now + 60 }),
      'no jti': () => assertion(key, { jti: undefined }),
      'empty jti': () => assertion(key, { jti: '' }),
      'jti that is no text': () => assertion(key, { jti: 1 }),
      'unknown critical header': () => assertion(key, {}, { crit: ['x'], x: 1 }),
    };
    for (const [name, make] of Object.entries(bad)) {
      const made = await make().catch(() => undefined);
      if (made === undefined) continue;
      const answer = await send(made);
      expect({ name, status: answer.status, error: answer.json.error }).toEqual({
        name,
        status: 401,
        error: 'invalid_client',
      });
    }
    const unsigned = (await assertion(key)).split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${unsigned[1]}.`;
    expectRefusal(await send(none), 401, 'invalid_client');
    expectRefusal(await send(await assertion(key), { client_id: stranger.clientId }), 400, 'invalid_request');
    expect((await send(await assertion(key), { client_id: client.clientId })).status).toBe(200);
    expect((await send(await assertion(key, { exp: now + 299 }))).status).toBe(200);
  });
});

describe('token: grant and scope', () => {
  const ask = (form: Record<string, string>, by = client) =>
    postForm(token.POST, { form, headers: [basic(by.clientId, by.clientSecret)] });

  it('answers with exactly the members of the contract', async () => {
    const { json } = await ask({ grant_type: 'client_credentials' });
    expect(Object.keys(json)).toEqual(['access_token', 'token_type', 'expires_in', 'scope']);
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: scopes.join(' ') });
    const [header, claims] = json.access_token
      .split('.')
      .slice(0, 2)
      .map((part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    expect(header).toEqual({ typ: 'at+jwt', alg: 'ES256', kid: expect.any(String) });
    expect(claims).toEqual({
      iss: issuer,
      aud: `${issuer}/partner/v1`,
      sub: client.clientId,
      client_id: client.clientId,
      iat: expect.any(Number),
      exp: Number(claims.iat) + 900,
      jti: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
      scope: scopes.join(' '),
      project_id: project.id,
      livemode: true,
      credential_id: client.credentialId,
    });
  });

  it('grants all scopes for an empty one, and collapses duplicates', async () => {
    expect((await ask({ grant_type: 'client_credentials', scope: '' })).json.scope).toBe(scopes.join(' '));
    const twice = 'decisions:read applications:read decisions:read';
    const { json } = await ask({ grant_type: 'client_credentials', scope: twice });
    expect(json.scope).toBe('decisions:read applications:read');
  });

  it.each([
    'nothing:read',
    'applications:read  decisions:read',
    ' applications:read',
    'applications:read ',
    'applications:read\tdecisions:read',
    'applications:read "',
    'Applications:read',
    'é',
  ])('400 invalid_scope for %j', async (scope) => {
    expectRefusal(await ask({ grant_type: 'client_credentials', scope }), 400, 'invalid_scope');
  });

  it('400 invalid_scope for a scope the client has not', async () => {
    const narrow = await createClient(project, { scopes: ['applications:read'] });
    const scope = 'applications:read applications:write';
    expectRefusal(await ask({ grant_type: 'client_credentials', scope }, narrow), 400, 'invalid_scope');
    expect((await ask({ grant_type: 'client_credentials' }, narrow)).json.scope).toBe('applications:read');
  });

  it('400 unsupported_grant_type and unauthorized_client', async () => {
    for (const grant of ['password', 'authorization_code', 'refresh_token', 'Client_Credentials']) {
      expectRefusal(await ask({ grant_type: grant }), 400, 'unsupported_grant_type');
    }
    const barred = await createClient(project);
    await ownerQuery(`UPDATE oauth_clients SET grant_types = '{}' WHERE id = $1`, [barred.clientId]);
    expectRefusal(await ask({ grant_type: 'client_credentials' }, barred), 400, 'unauthorized_client');
  });

  it('checks in the stated order', async () => {
    const wrong = basic(client.clientId, 'wrong');
    const unknownGrant = { grant_type: 'password', scope: 'nothing' };
    expectRefusal(
      await postForm(token.POST, { form: unknownGrant, headers: [wrong] }),
      401,
      'invalid_client',
    );
    expectRefusal(await ask(unknownGrant), 400, 'unsupported_grant_type');
    expectRefusal(await postForm(token.POST, { form: { scope: 'nothing' }, headers: [wrong] }), 400, 'invalid_request'); // prettier-ignore
    const noForm: FormCall = { form: '{}', method: 'PUT', headers: [['content-type', 'text/plain']] };
    expectRefusal(await postForm(token.PUT, noForm), 405, 'invalid_request');
  });
});

describe('introspect', () => {
  const ask = (encoded: string, by = client) =>
    postForm(introspect.POST, { form: { token: encoded }, headers: [basic(by.clientId, by.clientSecret)] });

  it('tells the client about its own token', async () => {
    const answer = await ask(await client.mint(['applications:read', 'decisions:read']));
    expect(answer.json).toEqual({
      active: true,
      iss: issuer,
      sub: client.clientId,
      aud: `${issuer}/partner/v1`,
      client_id: client.clientId,
      scope: 'applications:read decisions:read',
      exp: Number(answer.json.iat) + 900,
      iat: expect.any(Number),
      jti: expect.any(String),
      token_type: 'Bearer',
    });
  });

  it('says of any other only that it is not active', async () => {
    const own = await client.mint();
    const lastCharacter = own.endsWith('A') ? 'B' : 'A';
    for (const encoded of [
      await stranger.mint(),
      'unknown',
      `${own}x`,
      ` ${own}`,
      own.slice(0, -1) + lastCharacter,
      own.split('.').slice(0, 2).join('.'),
      'a'.repeat(8_000),
    ]) {
      const answer = await ask(encoded);
      expect({ status: answer.status, text: answer.text }).toEqual({ status: 200, text: '{"active":false}' });
    }
  });
});

describe('revoke', () => {
  const send = (encoded: string, by = client) =>
    postForm(revoke.POST, { form: { token: encoded }, headers: [basic(by.clientId, by.clientSecret)] });
  const isActive = async (encoded: string): Promise<boolean> =>
    (await postForm(introspect.POST, { form: { token: encoded }, headers: [basic(client.clientId, client.clientSecret)] })).json.active; // prettier-ignore

  it('revokes the own token at once; again, or an unknown one, is 200 and empty', async () => {
    const encoded = await client.mint();
    expect(await isActive(encoded)).toBe(true);
    for (const what of [encoded, encoded, 'unknown']) {
      const answer = await send(what);
      expect({ status: answer.status, text: answer.text }).toEqual({ status: 200, text: '' });
      expectHeaders(answer);
      expect(await isActive(encoded)).toBe(false);
    }
    const acts = await ownerQuery(`SELECT FROM audit_entries WHERE act = 'token.revoke' AND stream = $1`, [
      project.id,
    ]);
    expect(acts).toHaveLength(1);
  });

  it('400 unauthorized_client for a token that was signed for another client', async () => {
    const foreign = await stranger.mint();
    expectRefusal(await send(foreign), 400, 'unauthorized_client');
    const by = [basic(stranger.clientId, stranger.clientSecret)];
    const answer = await postForm(introspect.POST, { form: { token: foreign }, headers: by });
    expect(answer.json.active).toBe(true);
  });
});
