// NextAuth's endpoints as the browser calls them: our token in the cookie, our errors, our rows.
import { describe, expect, it } from 'vitest';
import * as route from '@/app/api/auth/[...nextauth]/route';
import { cookieName, readSession } from '@/lib/auth';
import { doorOf, ownHeaders, password, signedInMember, totpCode } from '@/lib/auth/testing';
import { callRoute, countRows, ownerQuery } from '@/lib/testing';

const act = doorOf(route);
const get = (path: string, cookie = '') =>
  callRoute(route.GET, { path: '/api', params: { nextauth: path }, headers: { cookie } });
const tokenIn = (answer: { headers: Headers }) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => new RegExp(`^${cookieName('partner')}=([^;]*);`).exec(cookie)?.[1])
    .find((value) => value !== undefined);

describe('signing in through NextAuth', () => {
  it('puts our opaque token into our cookie, and the session endpoint reads its row', async () => {
    const { person, partnerId } = await signedInMember({ role: 'developer' });
    const answer = await act('callback/credentials', { email: person.email, password });
    expect([answer.status, answer.json]).toEqual([200, { signed_in: true }]);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^credicorp_console=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const token = tokenIn(answer);
    const session = await readSession('partner', token);
    expect(session).toMatchObject({ person: { id: person.id } });
    const read = await get('session', `${cookieName('partner')}=${token}`);
    expect(read.json).toMatchObject({
      id: session?.id,
      user: { email: person.email },
      role: 'developer',
      partner: { id: partnerId },
      expires: session?.expiresAt.toISOString(),
    });
    expect(tokenIn(read)).toBeUndefined();
  });

  it('answers with our refusals, and asks for the second factor', async () => {
    const { person } = await signedInMember({ totp: true });
    const attempt = (fields: object) => act('callback/credentials', { email: person.email, ...fields });
    const wrong = await attempt({ password: 'not this one, sorry' });
    expect([wrong.status, wrong.json.error.code]).toEqual([401, 'invalid_credentials']);
    expect(tokenIn(wrong)).toBeUndefined();
    expect((await attempt({ password })).json.error.code).toBe('second_factor_required');
    expect((await attempt({ password, code: totpCode(person.totpSecret) })).status).toBe(200);
    expect((await attempt({ password, role: 'owner' })).json.error.code).toBe('unknown_field');
  });

  it('refuses without its own token against cross-site requests, and begins no session', async () => {
    const { person } = await signedInMember();
    const before = await countRows('sessions');
    for (const csrfToken of ['', 'f'.repeat(64)]) {
      const answer = await callRoute(route.POST, {
        path: '/api', method: 'POST', params: { nextauth: 'callback/credentials' },
        headers: ownHeaders(), body: { csrfToken, email: person.email, password },
      }); // prettier-ignore
      expect([answer.status, answer.json.error.code]).toEqual([403, 'foreign_origin']);
    }
    expect(await countRows('sessions')).toBe(before);
  });

  it('has no path beside its four', async () => {
    expect((await get('providers')).status).toBe(404);
    expect((await get('signin')).status).toBe(404);
    const { status } = await callRoute(route.POST, {
      path: '/api', method: 'POST', params: { nextauth: '_log' }, headers: ownHeaders(), body: { csrfToken: '' },
    }); // prettier-ignore
    expect(status).toBe(404);
  });
});

describe('signing out through NextAuth', () => {
  it('ends the row and takes the cookie away', async () => {
    const { cookie, token, session } = await signedInMember();
    const answer = await act('signout', {}, { cookie });
    expect(answer.status).toBe(200);
    expect(tokenIn(answer)).toBe('');
    expect(await readSession('partner', token)).toBeNull();
    expect(await countRows('audit_entries', `act = 'session.end' AND object_id = $1`, [session.id])).toBe(1);
  });

  it('says nobody for an ended session, and nothing ends twice', async () => {
    const { cookie, session } = await signedInMember();
    await ownerQuery('UPDATE sessions SET revoked_at = now() WHERE id = $1', [session.id]);
    expect((await get('session', cookie)).json).toEqual({});
    expect((await act('signout', {}, { cookie })).status).toBe(200);
    expect(await countRows('audit_entries', `act = 'session.end' AND object_id = $1`, [session.id])).toBe(0);
  });
});
