// The contract as requests: every documented path with every method, and what each step of the pipeline refuses.
import type { WireRequest } from './wire';

export interface NamedRequest extends WireRequest {
  readonly name: string;
}

export interface World {
  /** Paths of the OpenAPI document with their methods in lower case. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly token: string;
  /** A token that has only `webhooks:read`. */
  readonly narrowToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const missing: Readonly<Record<string, string>> = {
  applications: 'app_01k2000000000000000000000a',
  decisions: 'dec_01k2000000000000000000000a',
};
const everyMethod = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const json = { 'content-type': 'application/json' };
/** Stands for a key of its own at each host: they share a database, and a stored refusal would be replayed. */
export const freshKey = 'fresh-key';
const key = { 'idempotency-key': freshKey };

const concrete = (path: string, id?: string) =>
  path.replace(
    /\/([a-z]+)\/\{[a-z]+\}/,
    (_, resource: string) => `/${resource}/${id ?? missing[resource] ?? 'unknown'}`,
  );

function methods({ paths, token }: World): NamedRequest[] {
  const auth = { authorization: `Bearer ${token}` };
  return Object.keys(paths).flatMap((path) =>
    everyMethod.flatMap((method) => {
      const wire = { method, path: concrete(path) };
      return [
        { ...wire, name: `${method} ${path} without a credential` },
        { ...wire, headers: auth, name: `${method} ${path} with a token and nothing else` },
      ];
    }),
  );
}

function credentials({ token, narrowToken }: World): NamedRequest[] {
  const [header, claims, signature = ''] = token.split('.');
  const values: Record<string, string> = {
    'an empty value': '',
    'another scheme': 'Basic YTpi',
    'no token': 'Bearer',
    'the scheme in lower case': `bearer ${token}`,
    'more than one space': `Bearer   ${token}`,
    'a token that is none': 'Bearer abc',
    'a changed signature': `Bearer ${header}.${claims}.${signature.slice(0, -2)}AA`,
    'a padded token': `Bearer ${token}=`,
    'no algorithm': `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`,
    'a token of 9 KiB': `Bearer ${'a'.repeat(9_216)}`,
    'a token without the scope': `Bearer ${narrowToken}`,
  };
  return Object.entries(values).flatMap(([name, authorization]) => [
    { name: `GET with ${name}`, method: 'GET', path: '/partner/v1/applications', headers: { authorization } },
    {
      name: `POST with ${name}`,
      method: 'POST',
      path: '/partner/v1/applications',
      headers: { authorization, ...json, ...key },
      body: '{}',
    },
  ]);
}

function ids({ paths, token }: World): NamedRequest[] {
  const headers = { authorization: `Bearer ${token}`, ...json, ...key };
  const spellings = [
    'x',
    'APP_01K2000000000000000000000A',
    `${missing['applications']}0`,
    'prj_01k2000000000000000000000a',
    '%C3%A9',
    "'--",
  ];
  return Object.entries(paths)
    .filter(([path]) => path.includes('{'))
    .flatMap(([path, operations]) =>
      spellings.flatMap((id) =>
        Object.keys(operations).map((method) => ({
          name: `${method} ${path} with the id ${id}`,
          method: method.toUpperCase(),
          path: concrete(path, id),
          headers,
          ...(method === 'post' && { body: '{}' }),
        })),
      ),
    );
}

function queries({ token }: World): NamedRequest[] {
  const headers = { authorization: `Bearer ${token}` };
  const texts = [
    'more=1',
    'limit=0',
    'limit=101',
    'limit=x',
    'limit=1&limit=2',
    'cursor=x',
    'status=unknown',
    'created_after=x',
    'access_token=x',
    'limit=%zz',
    'limit=%ff',
    '__proto__=1',
    'limit=',
  ];
  return texts.map((text) => ({
    name: `query ${text}`,
    method: 'GET',
    path: `/partner/v1/applications?${text}`,
    headers,
  }));
}

function bodies({ token }: World): NamedRequest[] {
  const auth = { authorization: `Bearer ${token}` };
  const post = (
    name: string,
    headers: Record<string, string>,
    body?: string | Buffer,
    chunked = false,
  ): NamedRequest => ({
    name: `POST /applications with ${name}`,
    method: 'POST',
    path: '/partner/v1/applications',
    headers: { ...auth, ...headers },
    ...(body !== undefined && { body }),
    chunked,
  });
  const application = { business: { company_number: 'ZZ000401' }, amount_pence: 1_000_000, term_months: 12 };
  const text = (value: unknown) => JSON.stringify(value);
  return [
    post('no body', key),
    post('an empty body', { ...json, ...key }, ''),
    post('no content type', key, '{}'),
    post('another content type', { ...key, 'content-type': 'text/plain' }, '{}'),
    post('a form', { ...key, 'content-type': 'application/x-www-form-urlencoded' }, 'a=b'),
    post('another charset', { ...key, 'content-type': 'application/json; charset=latin1' }, '{}'),
    post('a compressed body', { ...json, ...key, 'content-encoding': 'gzip' }, '{}'),
    post('no key', json, text(application)),
    post('an empty key', { ...json, 'idempotency-key': '' }, text(application)),
    post('a key with a comma', { ...json, 'idempotency-key': 'a,b' }, text(application)),
    post('a key of 256 characters', { ...json, 'idempotency-key': 'a'.repeat(256) }, text(application)),
    post('broken JSON', { ...json, ...key }, '{'),
    post('two members of one name', { ...json, ...key }, '{"a":1,"a":1}'),
    post('bytes that are not UTF-8', { ...json, ...key }, Buffer.from([0x22, 0xff, 0x22])),
    post('33 levels', { ...json, ...key }, '['.repeat(33) + ']'.repeat(33)),
    post('a list', { ...json, ...key }, '[]'),
    post('null', { ...json, ...key }, 'null'),
    post('no fields', { ...json, ...key }, '{}'),
    post('an unknown field', { ...json, ...key }, text({ ...application, more: 1 })),
    post('wrong types', { ...json, ...key }, text({ business: 1, amount_pence: 'x', term_months: null })),
    post(
      'broken rules',
      { ...json, ...key },
      text({ ...application, amount_pence: 1, term_months: 1, applicant: { email: 'x' } }),
    ),
    post(
      'a company that cannot apply',
      { ...json, ...key },
      text({
        ...application,
        business: { company_number: 'ZZ000409' },
        applicant: { email: 'ada@example.com' },
      }),
    ),
    post('broken JSON in chunks', { ...json, ...key }, '{', true),
    post('257 KiB', { ...json, ...key }, `"${'a'.repeat(257 * 1024)}"`),
    post('257 KiB in chunks', { ...json, ...key }, `"${'a'.repeat(257 * 1024)}"`, true),
  ];
}

function tokenPlane({ clientId, clientSecret, token }: World): NamedRequest[] {
  const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const auth = { authorization: basic(clientId, clientSecret) };
  const grant = 'grant_type=client_credentials';
  const call = (
    endpoint: string,
    name: string,
    headers: Record<string, string>,
    body: string,
  ): NamedRequest => ({
    name: `${endpoint} with ${name}`,
    method: 'POST',
    path: `/partner/v1/oauth/${endpoint}`,
    headers,
    body,
  });
  return [
    call('token', 'Basic', { ...form, ...auth }, grant),
    call(
      'token',
      'credentials in the form',
      form,
      `${grant}&client_id=${clientId}&client_secret=${clientSecret}`,
    ),
    call('token', 'a scope', { ...form, ...auth }, `${grant}&scope=applications%3Aread`),
    call('token', 'an unknown scope', { ...form, ...auth }, `${grant}&scope=everything`),
    call('token', 'no credentials', form, grant),
    call('token', 'a wrong secret', { ...form, authorization: basic(clientId, 'csk_live_x') }, grant),
    call('token', 'an unknown client', { ...form, authorization: basic('cid_live_x', 'x') }, grant),
    call('token', 'two ways to authenticate', { ...form, ...auth }, `${grant}&client_secret=${clientSecret}`),
    call('token', 'no grant', { ...form, ...auth }, ''),
    call('token', 'another grant', { ...form, ...auth }, 'grant_type=password'),
    call('token', 'a repeated parameter', { ...form, ...auth }, `${grant}&${grant}`),
    call('token', 'JSON', { ...json, ...auth }, '{}'),
    call(
      'token',
      'another charset',
      { ...auth, 'content-type': `${form['content-type']}; charset=latin1` },
      grant,
    ),
    call('token', 'a compressed form', { ...form, ...auth, 'content-encoding': 'gzip' }, grant),
    call('token', 'bad percent-encoding', { ...form, ...auth }, `${grant}&scope=%zz`),
    call('token', '9 KiB', { ...form, ...auth }, `${grant}&a=${'a'.repeat(9_216)}`),
    call('token', 'malformed Basic', { ...form, authorization: 'Basic %%%' }, grant),
    call('introspect', 'a live token', { ...form, ...auth }, `token=${token}`),
    call('introspect', 'garbage', { ...form, ...auth }, 'token=x'),
    call('introspect', 'no token', { ...form, ...auth }, ''),
    call('introspect', 'no credentials', form, 'token=x'),
    call('revoke', 'garbage', { ...form, ...auth }, 'token=x'),
    call('revoke', 'no token', { ...form, ...auth }, ''),
    {
      name: 'token with credentials in the query',
      method: 'POST',
      path: `/partner/v1/oauth/token?client_secret=x`,
      headers: { ...form, ...auth },
      body: grant,
    },
  ];
}

function elsewhere({ token }: World): NamedRequest[] {
  const paths = [
    '/partner/v1',
    '/partner/v1/unknown',
    '/partner/v1/applications/a/b/c',
    '/partner/v1/oauth',
    '/public/v1/unknown',
    '/.well-known/unknown',
    '/.well-known/oauth-authorization-server/more',
    '/healthz',
    '/metrics',
  ];
  const rscHeaders = {
    rsc: '1',
    'next-router-prefetch': '1',
    'next-url': '/',
    authorization: `Bearer ${token}`,
  };
  return [
    ...paths.flatMap((path) => everyMethod.map((method) => ({ name: `${method} ${path}`, method, path }))),
    {
      name: 'a page request of Next by its headers',
      method: 'GET',
      path: '/partner/v1/project',
      headers: rscHeaders,
    },
    {
      name: 'an unchanged document',
      method: 'GET',
      path: '/partner/v1/oauth/jwks',
      headers: { 'if-none-match': '*' },
    },
    {
      name: 'a changed document',
      method: 'GET',
      path: '/partner/v1/oauth/jwks',
      headers: { 'if-none-match': '"x"' },
    },
    {
      name: 'an invented request id',
      method: 'GET',
      path: '/partner/v1/project',
      headers: { 'credicorp-request-id': 'req_x', authorization: `Bearer ${token}` },
    },
  ];
}

/** Requests whose answer does not depend on earlier ones. */
export function independentRequests(world: World): NamedRequest[] {
  return [methods, credentials, ids, queries, bodies, tokenPlane, elsewhere].flatMap((make) => make(world));
}
