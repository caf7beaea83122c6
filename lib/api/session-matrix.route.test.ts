// Generated from the route tree: every route of people × role × where the request comes from. The handlers are called
// directly, so all of it holds without proxy.ts.
import { globSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { memberRoles, roleAtLeast, staffRoles } from '@/lib/auth';
import { ownHeaders, signedInMember, signedInStaff, stepUpInTest } from '@/lib/auth/testing';
import { newId, type IdPrefix } from '@/lib/core/ids';
import { staffMay } from '@/lib/staff';
import { callRoute, createProject, ownerQuery } from '@/lib/testing';
import type { SessionOperation } from './session-operation';
import type { SessionRouteHandler } from './session-route';

const root = path.resolve(import.meta.dirname, '../..');
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

interface Route {
  readonly name: string;
  readonly file: string;
  readonly method: (typeof methods)[number];
  readonly handler: SessionRouteHandler;
  readonly operation: SessionOperation;
}

const files = globSync('app/api/{auth,console,ops}/**/route.ts', { cwd: root }).toSorted();
const routes: Route[] = [];
const undeclared: string[] = [];
for (const file of files) {
  const exported = (await import(path.join(root, file))) as Partial<Record<string, SessionRouteHandler>>;
  const declared = methods.flatMap((method) => {
    const handler = exported[method];
    if (!handler?.operation) return [];
    return [
      {
        name: `${method} ${path.dirname(file).slice(3)}`,
        file,
        method,
        handler,
        operation: handler.operation,
      },
    ];
  });
  if (declared.length === 0 || methods.some((method) => !exported[method])) undeclared.push(file);
  routes.push(...declared);
}
const changes = routes.filter(({ operation }) => operation.kind === 'change');
const ofPartners = routes.filter(({ operation }) => operation.audience.kind === 'partner');
const ofStaff = routes.filter(({ operation }) => operation.audience.kind === 'staff');

const cookies = new Map<string, string>();
let ownProject: string;
let foreignProject: string;

beforeAll(async () => {
  const project = await createProject();
  ownProject = project.id;
  foreignProject = (await createProject()).id;
  for (const role of memberRoles) {
    const { cookie, session } = await signedInMember({ role, partnerId: project.partnerId });
    await stepUpInTest(session.id);
    cookies.set(`member ${role}`, cookie);
  }
  for (const role of staffRoles) {
    const { cookie, session } = await signedInStaff({ role });
    await stepUpInTest(session.id);
    cookies.set(`staff ${role}`, cookie);
  }
}, 120_000);

/** Ids and numbers of nothing, one of which each path takes. */
const nobodys = ['cid_sbx_nobodys', '1'];

function paramsOf({ operation }: Route, projectId = ownProject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(operation.params).map(([name, kinds]) => {
      if (name === 'projectId') return [name, projectId];
      return [name, kinds instanceof RegExp ? nobodys.find((value) => kinds.test(value)) as string : newId(kinds[0] as IdPrefix)]; // prettier-ignore
    }),
  );
}

/** A request that passes every check up to the input, and then fails there or later: `{"?": 1}` is no route's body. */
const call = (route: Route, headers: Record<string, string>, params = paramsOf(route), body: unknown = { '?': 1 }) =>
  callRoute(route.handler, { path: '/api', method: route.method, headers, params, ...(route.method !== 'GET' && { body }) }); // prettier-ignore

/** How often each table of ours was written to. */
async function writes(): Promise<unknown> {
  return ownerQuery(
    `SELECT (SELECT count(*) FROM audit_entries) AS audit, (SELECT count(*) FROM outgoing_mails) AS mails,
       (SELECT count(*) FROM sessions WHERE revoked_at IS NULL) AS sessions, (SELECT count(*) FROM sign_ups) AS sign_ups`,
  );
}

it('knows every route: each declares itself and answers every method', () => {
  expect(undeclared).toEqual([]);
  expect(routes.length).toBeGreaterThan(20);
});

it('lets anyone call only what nobody can be signed in for', () => {
  const open = routes.filter(({ operation }) => operation.audience.kind === 'anyone').map(({ name }) => name);
  expect(open.toSorted()).toEqual([
    'GET /api/auth/[...nextauth]',
    'POST /api/auth/[...nextauth]',
    'POST /api/auth/accept-invitation',
    'POST /api/auth/forgot',
    'POST /api/auth/resend',
    'POST /api/auth/reset',
    'POST /api/auth/sign-up',
    'POST /api/auth/verify',
    'POST /api/ops/auth/enrol',
    'POST /api/ops/auth/enrolment',
    'POST /api/ops/auth/passkeys/sign-in',
    'POST /api/ops/auth/sign-in',
  ]);
});

it.each(files)('%s answers to the side of the house that its path says', (file) => {
  const allowed = file.startsWith('app/api/ops/') ? ['staff', 'anyone'] : ['partner', 'anyone'];
  const inConsole = /^app\/api\/(console|ops\/(?!auth\/))/.test(file);
  for (const { operation } of routes.filter((route) => route.file === file)) {
    expect(allowed).toContain(operation.audience.kind);
    if (inConsole) expect(operation.audience.kind).not.toBe('anyone');
  }
});

describe.each(changes.map((route) => [route.name, route] as const))('%s', (_, route) => {
  const { audience } = route.operation;
  /** Of somebody who may. */
  const cookie = () => {
    if (audience.kind === 'anyone') return undefined;
    if (audience.kind === 'partner') return cookies.get('member owner');
    return cookies.get(`staff ${staffRoles.find((role) => staffMay(role, audience.permission))}`);
  };

  it.each<[string, (headers: Record<string, string>) => Record<string, string>]>([
    ['no origin', ({ origin: _origin, ...rest }) => rest],
    ['another origin', (headers) => ({ ...headers, origin: 'https://evil.example' })],
    ['the null origin', (headers) => ({ ...headers, origin: 'null' })],
    ['our origin on another port', (headers) => ({ ...headers, origin: 'http://localhost:3001' })],
    ['another site', (headers) => ({ ...headers, 'sec-fetch-site': 'cross-site' })],
    ['a sibling of our site', (headers) => ({ ...headers, 'sec-fetch-site': 'same-site' })],
  ])('refuses %s and changes nothing', async (_case, change) => {
    const before = await writes();
    const answer = await call(route, change(ownHeaders(cookie())), undefined, {});
    expect([answer.status, answer.json.error.code]).toEqual([403, 'foreign_origin']);
    expect(await writes()).toEqual(before);
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', ''])(
    'refuses a body of type "%s"',
    async (type) => {
      const before = await writes();
      const { 'content-type': _type, ...rest } = ownHeaders(cookie());
      const answer = await call(route, { ...rest, ...(type && { 'content-type': type }) }, undefined, '{}');
      // A step-up is asked for later, another account's object is looked for earlier.
      expect([answer.status, answer.json.error.code]).toEqual([400, 'missing_content_type']);
      expect(await writes()).toEqual(before);
    },
  );
});

describe.each(ofPartners.map((route) => [route.name, route] as const))('%s', (_, route) => {
  const { audience } = route.operation;

  it('asks for a session, and takes no member of staff for a partner', async () => {
    expect((await call(route, ownHeaders())).json.error.code).toBe('not_signed_in');
    expect((await call(route, ownHeaders(cookies.get('staff admin')))).json.error.code).toBe('not_signed_in');
  });

  it.each(memberRoles)('knows whether a %s may', async (role) => {
    const answer = await call(route, ownHeaders(cookies.get(`member ${role}`)));
    const may = audience.kind === 'partner' && roleAtLeast(role, audience.role);
    if (may) expect([401, 403]).not.toContain(answer.status);
    else expect([answer.status, answer.json.error.code]).toEqual([403, 'role_insufficient']);
  });

  it.runIf('projectId' in route.operation.params)(
    'finds another partner’s project as little as none',
    async () => {
      const headers = ownHeaders(cookies.get('member owner'));
      const of = async (projectId: string) => {
        const { status, json } = await call(route, headers, paramsOf(route, projectId));
        return { status, code: json.error.code, message: json.error.message };
      };
      expect(await of(foreignProject)).toEqual(await of(newId('prj')));
      expect(await of(foreignProject)).toMatchObject({ status: 404, code: 'resource_not_found' });
    },
  );
});

describe.each(ofStaff.map((route) => [route.name, route] as const))('%s', (_, route) => {
  const { audience } = route.operation;

  it('asks for a session, and takes no partner for staff', async () => {
    expect((await call(route, ownHeaders())).json.error.code).toBe('not_signed_in');
    expect((await call(route, ownHeaders(cookies.get('member owner')))).json.error.code).toBe(
      'not_signed_in',
    );
  });

  it.each(staffRoles)('knows whether a %s may', async (role) => {
    const answer = await call(route, ownHeaders(cookies.get(`staff ${role}`)));
    const may = audience.kind === 'staff' && staffMay(role, audience.permission);
    if (may) expect([401, 403]).not.toContain(answer.status);
    else expect([answer.status, answer.json.error.code]).toEqual([403, 'role_insufficient']);
  });
});
