// No changed token is accepted (contract §2 Verification; promises "Tokens"): at least 2,000 mutants of header,
// claims, encoding and signature. `jose` is the independent verifier: what it refuses, we refuse, and where we
// refuse more, the list below says why.
import { createHmac, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createLocalJWKSet, exportJWK, jwtVerify } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { ApiError } from '@/lib/core/errors';
import { jwks, verifyAccessToken } from '@/lib/oauth';
import { decrypt } from '@/lib/crypto';
import { createClient, createProject, ownerQuery, type TestClient } from '@/lib/testing';

type Json = Record<string, unknown>;

let client: TestClient;
let keySet: ReturnType<typeof createLocalJWKSet>;
let ourKey: { kid: string; privateKey: KeyObject };
const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

beforeAll(async () => {
  client = await createClient(await createProject());
  await client.mint();
  keySet = createLocalJWKSet(await jwks());
  const [row] = await ownerQuery<{ kid: string; private_key_encrypted: Buffer }>(
    'SELECT kid, private_key_encrypted FROM signing_keys WHERE activates_at IS NOT NULL',
  );
  const der = decrypt('signing-key', row!.private_key_encrypted, row!.kid);
  ourKey = { kid: row!.kid, privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
});

const encode = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url'); // prettier-ignore
const decode = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;

/** Signed by our own key, low-s unless told otherwise: the mutant's content is all that is wrong with it. */
function signed(header: unknown, claims: unknown, { high = false } = {}): string {
  const input = `${encode(header)}.${encode(claims)}`;
  const raw = sign('sha256', Buffer.from(input), { key: ourKey.privateKey, dsaEncoding: 'ieee-p1363' });
  const s = BigInt(`0x${raw.subarray(32).toString('hex')}`);
  const wanted = s > order / 2n === high ? s : order - s;
  raw.write(wanted.toString(16).padStart(64, '0'), 32, 'hex');
  return `${input}.${raw.toString('base64url')}`;
}

async function ours(token: string): Promise<string> {
  return verifyAccessToken(token).then(
    () => 'accepted',
    (error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
      expect(error.status).toBe(401);
      expect(error.headers['www-authenticate']).toContain('error="invalid_token"');
      return error.code;
    },
  );
}

/** The checks that RFC 9068 asks of any resource server. */
async function independent(token: string): Promise<boolean> {
  try {
    await jwtVerify(token, keySet, {
      algorithms: ['ES256'],
      issuer: 'http://localhost:3000',
      audience: 'http://localhost:3000/partner/v1',
      typ: 'at+jwt',
      clockTolerance: 10,
      requiredClaims: ['exp', 'iat', 'jti', 'sub', 'client_id'],
    });
    return true;
  } catch {
    return false;
  }
}

interface Tally {
  mutants: number;
  /** Refused by us, accepted by the independent verifier. */
  stricter: Set<string>;
}
const tally: Tally = { mutants: 0, stricter: new Set() };

async function refuse(kind: string, token: string, code = 'invalid_api_key'): Promise<void> {
  tally.mutants += 1;
  const verdict = await ours(token);
  if (verdict !== code) throw new Error(`${kind}: ${verdict} instead of ${code}: ${token}`);
  if (await independent(token)) tally.stricter.add(kind);
}

it('accepts what it issued, as does the independent verifier', async () => {
  const token = await client.mint();
  expect(await ours(token)).toBe('accepted');
  expect(await independent(token)).toBe(true);
  const [header, claims] = token.split('.').map((part, i) => (i < 2 ? decode(part) : {}));
  // The mutants below are signed like this: the way itself must be good, or they prove nothing.
  expect(await ours(signed(header, claims))).toBe('accepted');
  expect(await ours(signed({ ...header, typ: 'application/AT+JWT' }, claims))).toBe('accepted');
});

it('refuses every changed character', async () => {
  const token = await client.mint();
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (let i = 0; i < token.length - 1; i += 1) {
    const at = token.charAt(i);
    const others = at === '.' ? ['', ',', '..'] : [alphabet.charAt((alphabet.indexOf(at) + 1) % 64), ''];
    for (const other of others)
      await refuse('changed character', token.slice(0, i) + other + token.slice(i + 1));
  }
  // Every other spelling of the last character, whose unused bits decode to the same bytes.
  for (const other of alphabet) {
    if (other !== token.at(-1)) await refuse('respelled last character', token.slice(0, -1) + other);
  }
});

it('refuses twins and other encodings of a good token', async () => {
  const token = await client.mint();
  const [header = '', claims = '', signature = ''] = token.split('.');
  const raw = Buffer.from(signature, 'base64url');
  const high = (order - BigInt(`0x${raw.subarray(32).toString('hex')}`)).toString(16).padStart(64, '0');
  const twin = Buffer.concat([raw.subarray(0, 32), Buffer.from(high, 'hex')]).toString('base64url');
  await refuse('(r, n-s) twin', `${header}.${claims}.${twin}`);
  for (const part of [0, 1, 2]) {
    for (const change of [
      (text: string) => `${text}=`,
      (text: string) => `${text}==`,
      (text: string) => ` ${text}`,
      (text: string) => `${text} `,
      (text: string) => `${text}\n`,
      (text: string) => `${text}\u0000`,
      (text: string) => `${text.slice(0, 4)} ${text.slice(4)}`,
      (text: string) => `${text.slice(0, 4)}\t${text.slice(4)}`,
      (text: string) => `${text.slice(0, 4)}%20${text.slice(4)}`,
      (text: string) => Buffer.from(text, 'base64url').toString('base64'),
      (text: string) => `${text}A`,
      () => '',
    ]) {
      const parts = token.split('.');
      parts[part] = change(parts[part]!);
      if (parts.join('.') !== token) await refuse('other encoding', parts.join('.'));
    }
  }
  const json = JSON.stringify({ payload: claims, protected: header, signature });
  const general = JSON.stringify({ payload: claims, signatures: [{ protected: header, signature }] });
  for (const text of [
    json,
    general,
    '',
    '.',
    '..',
    '...',
    `${token}.`,
    `.${token}`,
    `${token}.${signature}`,
    `${header}.${claims}`,
    `${header}..${signature}`,
    `${token}${'A'.repeat(8_192)}`,
    token.toUpperCase(),
    `Bearer ${token}`,
    `"${token}"`,
  ]) {
    await refuse('other serialisation', text);
  }
  const jwe = [encode({ alg: 'dir', enc: 'A256GCM' }), '', 'aaaa', 'aaaa', 'aaaa'].join('.');
  await refuse('JWE', jwe);
});

it('refuses signatures that are none', async () => {
  const [header = '', claims = ''] = (await client.mint()).split('.');
  const scalars = [0n, 1n, order, order - 1n, order + 1n, order / 2n, 2n ** 256n - 1n];
  for (const r of scalars) {
    for (const s of scalars) {
      const bytes = Buffer.from(r.toString(16).padStart(64, '0') + s.toString(16).padStart(64, '0'), 'hex');
      await refuse('made-up scalars', `${header}.${claims}.${bytes.toString('base64url')}`);
    }
  }
  for (let length = 1; length <= 130; length += 1) {
    await refuse('odd length', `${header}.${claims}.${Buffer.alloc(length, 1).toString('base64url')}`);
  }
  const der = sign('sha256', Buffer.from(`${header}.${claims}`), ourKey.privateKey);
  await refuse('DER', `${header}.${claims}.${der.toString('base64url')}`);
});

it('refuses other headers, although we signed them', async () => {
  const [good, claims] = (await client.mint()).split('.').slice(0, 2).map(decode) as [Json, Json];
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = await exportJWK(stranger.publicKey);
  const changes: Json[] = [
    ...['none', 'None', 'HS256', 'RS256', 'PS256', 'ES384', 'ES512', 'EdDSA', 'es256', 'ES256 ', '', null, 1, ['ES256'], undefined].map((alg) => ({ alg })), // prettier-ignore
    ...['JWT', 'jwt', 'at-jwt', 'at+jwt ', ' at+jwt', 'application/jwt', 'application/application/at+jwt', 'at+jwt;v=1', 'id+jwt', '', null, 1, ['at+jwt'], undefined].map((typ) => ({ typ })), // prettier-ignore
    ...['', 'unknown', `${String(good['kid'])} `, String(good['kid']).toLowerCase(), '../../etc/passwd', "' OR 1=1 --", null, 1, [good['kid']], undefined, 'k'.repeat(200)].map((kid) => ({ kid })), // prettier-ignore
    { crit: ['exp'] },
    { crit: [] },
    { crit: ['b64'], b64: false },
    { b64: true },
    { jku: 'https://evil.example/jwks' },
    { jwk },
    { x5u: 'https://evil.example/cert' },
    { x5c: ['MIIB'] },
    { x5t: 'abc' },
    { 'x5t#S256': 'abc' },
    { enc: 'A256GCM' },
    { zip: 'DEF' },
    { cty: 'JWT' },
    { nonce: 'x' },
    { __proto__: { alg: 'ES256' }, polluted: 1 },
  ];
  for (const change of changes) await refuse('header', signed({ ...good, ...change }, claims));
  for (const header of ['', '[]', 'null', '"x"', '{', 'true', '{"alg":"ES256"}']) await refuse('header', signed(header, claims)); // prettier-ignore

  // Signed by someone else, with what the header says they may.
  const input = `${encode({ ...good, jwk })}.${encode(claims)}`;
  const foreign = sign('sha256', Buffer.from(input), { key: stranger.privateKey, dsaEncoding: 'ieee-p1363' });
  await refuse('key of a stranger', `${input}.${foreign.toString('base64url')}`);
  const publicPem = createPrivateKey(ourKey.privateKey.export({ format: 'pem', type: 'pkcs8' })).export({ format: 'pem', type: 'pkcs8' }); // prettier-ignore
  const confused = `${encode({ ...good, alg: 'HS256' })}.${encode(claims)}`;
  await refuse(
    'algorithm confusion',
    `${confused}.${createHmac('sha256', publicPem).update(confused).digest('base64url')}`,
  );
});

it('refuses other claims, although we signed them', async () => {
  const [header, good] = (await client.mint()).split('.').slice(0, 2).map(decode) as [Json, Json];
  const iat = good['iat'] as number;
  const wrongValues = ['', null, 0, -1, 1.5, true, [], {}, ['x'], '\u0000', undefined];
  for (const name of Object.keys(good)) {
    for (const value of wrongValues) {
      if (name === 'livemode' && value === true) continue; // well-formed; the project decides
      if (['jti', 'project_id', 'credential_id'].includes(name) && value === '\u0000') continue; // likewise
      if (name === 'iat' && (value === 0 || value === -1)) continue; // below
      const token = signed(header, { ...good, [name]: value });
      const verdict = await ours(token);
      tally.mutants += 1;
      expect({ name, value, verdict }).toEqual({ name, value, verdict: expect.stringMatching(/^(invalid_api_key|audience_mismatch|token_expired)$/) }); // prettier-ignore
    }
  }
  for (const raw of ['1e999', '-1e999', '1e400', '"1"', 'null', '1e20', '99999999999999999999']) {
    for (const name of ['exp', 'iat']) {
      const text = JSON.stringify(good).replace(new RegExp(`"${name}":\\d+`), `"${name}":${raw}`);
      await refuse('numbers without end', signed(header, text));
    }
  }
  const cases: [string, Json, string?][] = [
    ['expired', { iat: iat - 2_000, exp: iat - 1_100 }, 'token_expired'],
    ['expired beyond the skew', { iat: iat - 911, exp: iat - 11 }, 'token_expired'],
    ['from the future', { iat: iat + 60, exp: iat + 960 }],
    ['longer than any token', { exp: iat + 3_601 }],
    ['expires before it begins', { exp: iat }],
    ['another audience', { aud: 'https://other.example' }, 'audience_mismatch'],
    ['audience with a slash', { aud: `${String(good['aud'])}/` }, 'audience_mismatch'],
    ['audience in another case', { aud: String(good['aud']).toUpperCase() }, 'audience_mismatch'],
    ['audience of the issuer', { aud: good['iss'] }, 'audience_mismatch'],
    ['another issuer', { iss: 'https://other.example' }],
    ['issuer with a slash', { iss: `${String(good['iss'])}/` }],
    ['subject is another client', { sub: 'cid_sbx_other' }],
    ['another client', { client_id: 'cid_sbx_other' }],
    ['unknown scope', { scope: 'admin' }],
    ['scope with two spaces', { scope: 'applications:read  decisions:read' }],
    ['scope as a list', { scope: ['applications:read'] }],
    ['audience as a list', { aud: [good['aud']] }],
  ];
  for (const [kind, change, code] of cases) await refuse(kind, signed(header, { ...good, ...change }), code);
  for (const text of ['', '[]', 'null', '1', '"x"', '{', `${JSON.stringify(good)}x`]) await refuse('claims', signed(header, text)); // prettier-ignore
  await refuse('high s by our own key', signed(header, good, { high: true }));
  // Within the skew on either side.
  expect(await ours(signed(header, { ...good, iat: iat - 905, exp: iat - 5 }))).toBe('accepted');
  expect(await ours(signed(header, { ...good, iat: iat + 5, exp: iat + 905 }))).toBe('accepted');
});

it('counted at least 2,000 mutants, and is stricter than the independent verifier on purpose only', () => {
  expect(tally.mutants).toBeGreaterThanOrEqual(2_000);
  expect([...tally.stricter].toSorted()).toEqual(
    [
      '(r, n-s) twin', // low-s only
      'audience as a list', // one spelling
      'expires before it begins',
      'from the future',
      'numbers without end', // an expiry that is no date
      'header', // members that a general verifier ignores
      'high s by our own key',
      'longer than any token',
      'other encoding', // padding
      'respelled last character', // canonical base64url
      'scope as a list',
      'scope with two spaces',
      'subject is another client',
      'another client',
      'unknown scope',
    ].toSorted(),
  );
});
