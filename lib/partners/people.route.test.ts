// Sign-up to first token, reset, second factor, team: through the routes, as the browser calls them.
import { beforeEach, describe, expect, it } from 'vitest';
import { POST as acceptInvitation } from '@/app/api/auth/accept-invitation/route';
import { POST as forgot } from '@/app/api/auth/forgot/route';
import { POST as recoveryCodes } from '@/app/api/auth/recovery-codes/route';
import { POST as reset } from '@/app/api/auth/reset/route';
import * as door from '@/app/api/auth/[...nextauth]/route';
import { POST as resend } from '@/app/api/auth/resend/route';
import { POST as signUpRoute } from '@/app/api/auth/sign-up/route';
import { DELETE as removeTotp, POST as beginTotp } from '@/app/api/auth/totp/route';
import { POST as confirmTotp } from '@/app/api/auth/totp/confirm/route';
import { POST as verify } from '@/app/api/auth/verify/route';
import { POST as enrol } from '@/app/api/ops/auth/enrol/route';
import { POST as enrolment } from '@/app/api/ops/auth/enrolment/route';
import { GET as team } from '@/app/api/console/team/route';
import { DELETE as removeFromTeam, PATCH as changeRole } from '@/app/api/console/team/[personId]/route';
import { POST as invite } from '@/app/api/console/team/invitations/route';
import { POST as leave } from '@/app/api/console/team/leave/route';
import { doorOf, ownHeaders, password, signedInMember, stepUpInTest, totpCode } from '@/lib/auth/testing';
import type { SessionRouteHandler } from '@/lib/api/session-route';
import { newId } from '@/lib/core/ids';
import { createFirstAdmin } from '@/lib/staff';
import { callRoute, countRows, ownerQuery, runJobs } from '@/lib/testing';

let address = 0;
beforeEach(() => void (address += 1));

const send = (handler: unknown, body: unknown, cookie?: string, params?: Record<string, string>, method = 'POST') =>
  callRoute(handler as SessionRouteHandler, {
    path: '/api', method, body, headers: ownHeaders(cookie), remoteAddress: `10.0.0.${address}`, ...(params && { params }),
  }); // prettier-ignore
const signIn = (fields: object) =>
  doorOf(door)('callback/credentials', fields, { remoteAddress: `10.0.0.${address}` });
/** What NextAuth's session endpoint says; `{}` for nobody. */
const sessionOf = (cookie: string) =>
  callRoute(door.GET, { path: '/api', params: { nextauth: 'session' }, headers: { cookie } });
const cookieOf = (answer: { headers: Headers }) => answer.headers.getSetCookie()[0]!.split(';')[0]!;

/** The latest mail to this address, sent by the real job. */
async function lastMail(to: string) {
  await runJobs();
  const [mail] = await ownerQuery<{ subject: string; text: string }>(
    'SELECT subject, text FROM development_mails WHERE recipient = $1 ORDER BY id DESC LIMIT 1', [to]); // prettier-ignore
  return {
    subject: mail!.subject,
    code: /^\d{6}$/m.exec(mail!.text)?.[0],
    token: /token=([\w-]{43})/.exec(mail!.text)?.[1],
  };
}
const newAddress = () => `${newId('usr')}@example.com`;
const form = (email: string) => ({ email, password, name: 'Ada Lovelace', company_name: 'Engines Ltd' });

describe('signing up', () => {
  it('leads from the form to an account, its client and sample data', { timeout: 60_000 }, async () => {
    const email = newAddress();
    const asked = await send(signUpRoute, form(email));
    expect(asked.status).toBe(202);
    expect(await countRows('people', 'email = $1', [email])).toBe(0);
    const { code } = await lastMail(email);
    const wrong = await send(verify, { code: code === '000000' ? '000001' : '000000' }, cookieOf(asked));
    expect(wrong.json.error).toMatchObject({ code: 'invalid_value', param: 'code' });
    const done = await send(verify, { code }, cookieOf(asked));
    expect(done.status).toBe(201);
    expect(done.json.client_secret).toMatch(/^csk_sbx_/);
    const session = await sessionOf(cookieOf(done));
    expect(session.json).toMatchObject({
      role: 'owner',
      partner: { id: done.json.partner_id, name: 'Engines Ltd' },
    });
    await runJobs();
    const rows = await ownerQuery<{ reference: string; status: string }>(
      'SELECT reference, status FROM applications WHERE project_id = $1 ORDER BY reference',
      [done.json.project_id],
    );
    expect(rows).toEqual([
      { reference: 'sample-approved', status: 'approved' },
      { reference: 'sample-declined', status: 'declined' },
      { reference: 'sample-draft', status: 'created' },
    ]);
    expect((await send(verify, { code }, cookieOf(asked))).status).toBe(422);
    expect(await countRows('outgoing_mails')).toBe(0);
  });

  it('answers the same for a known address, and mails its owner a notice without a code', async () => {
    const { person } = await signedInMember();
    const unknown = await send(signUpRoute, form(newAddress()));
    const known = await send(signUpRoute, form(person.email));
    expect([known.status, known.json]).toEqual([unknown.status, unknown.json]);
    const { subject, code } = await lastMail(person.email);
    expect([subject, code]).toEqual(['You have an account already', undefined]);
    const again = await Promise.all([known, unknown].map((asked) => send(resend, {}, cookieOf(asked))));
    expect([again[0]!.status, again[0]!.json]).toEqual([again[1]!.status, again[1]!.json]);
    await runJobs();
    expect(await countRows('development_mails', 'recipient = $1', [person.email])).toBe(2);
    const answers = await Promise.all(
      [known, unknown].map((asked) => send(verify, { code: '1' }, cookieOf(asked))),
    );
    expect(answers[0]!.json.error.message).toBe(answers[1]!.json.error.message);
  });

  it('ends a code after five wrong ones; another mail begins anew', { timeout: 60_000 }, async () => {
    const email = newAddress();
    const asked = await send(signUpRoute, form(email));
    const first = await lastMail(email);
    for (let i = 0; i < 5; i += 1) await send(verify, { code: 'x' }, cookieOf(asked));
    expect((await send(verify, { code: first.code }, cookieOf(asked))).status).toBe(422);
    expect((await send(resend, {}, cookieOf(asked))).status).toBe(202);
    const second = await lastMail(email);
    expect((await send(verify, { token: first.token }, cookieOf(asked))).status).toBe(422);
    expect((await send(verify, { code: second.code }, cookieOf(asked))).status).toBe(201);
  });

  it('takes the link from the browser that asked, or with the password: never from a mere click', async () => {
    const email = newAddress();
    await send(signUpRoute, form(email));
    const { token } = await lastMail(email);
    expect((await send(verify, { token })).json.error).toMatchObject({
      code: 'parameter_missing',
      param: 'password',
    });
    expect((await send(verify, { token, password: 'not this one, sorry' })).status).toBe(422);
    expect((await send(verify, { token, password })).status).toBe(201);
  });

  it('refuses a weak password beside its field', async () => {
    const answer = await send(signUpRoute, { ...form(newAddress()), password: 'short', name: '' });
    expect(answer.json.error.param).toBe('name');
    const weak = await send(signUpRoute, { ...form(newAddress()), password: 'short' });
    expect(weak.json.error).toMatchObject({ code: 'invalid_value', param: 'password' });
  });
});

describe('a forgotten password', () => {
  it('is replaced once, by the link alone, and ends every session', { timeout: 60_000 }, async () => {
    const { person, cookie } = await signedInMember();
    const known = await send(forgot, { email: person.email });
    const stranger = newAddress();
    const unknown = await send(forgot, { email: stranger });
    expect([known.status, known.json]).toEqual([unknown.status, unknown.json]);
    // A mail for either: the work behind the answer is the same too.
    expect(await lastMail(stranger)).toEqual({ subject: 'There is no account with this address' });
    const { token } = await lastMail(person.email);
    const fresh = 'eleven brave otters swim';
    expect((await send(reset, { token, password: 'short' })).status).toBe(422);
    expect((await send(reset, { token, password: fresh })).json).toEqual({ changed: true });
    expect((await send(reset, { token, password: fresh })).json.error.param).toBe('token');
    expect((await sessionOf(cookie)).json).toEqual({});
    expect((await signIn({ email: person.email, password })).status).toBe(401);
    expect((await signIn({ email: person.email, password: fresh })).status).toBe(200);
  });
});

describe('the authenticator app', () => {
  it(
    'is set up by its first code, stands in for by recovery codes once each, and is removed after a step-up',
    { timeout: 60_000 },
    async () => {
      const { person, cookie, session } = await signedInMember();
      const begun = await send(beginTotp, {}, cookie);
      expect(begun.json.uri).toContain('otpauth://totp/');
      expect((await send(confirmTotp, { code: '000000' }, cookie)).json.error.param).toBe('code');
      const confirmed = await send(confirmTotp, { code: totpCode(begun.json.secret) }, cookie);
      expect(new Set(confirmed.json.recovery_codes).size).toBe(10);
      expect((await signIn({ email: person.email, password })).json.error.code).toBe(
        'second_factor_required',
      );
      const [recovery] = confirmed.json.recovery_codes;
      const withRecovery = () => signIn({ email: person.email, password, code: recovery.toUpperCase() });
      expect((await withRecovery()).status).toBe(200);
      expect((await withRecovery()).status).toBe(401);
      expect((await send(removeTotp, {}, cookie, {}, 'DELETE')).json.error.code).toBe('step_up_required');
      await stepUpInTest(session.id);
      expect((await send(recoveryCodes, {}, cookie)).json.recovery_codes).toHaveLength(10);
      expect((await send(removeTotp, {}, cookie, {}, 'DELETE')).status).toBe(204);
      expect((await signIn({ email: person.email, password })).status).toBe(200);
    },
  );
});

describe('a team', () => {
  it('invites, changes roles seen at once, and removes', { timeout: 60_000 }, async () => {
    const owner = await signedInMember();
    await stepUpInTest(owner.session.id);
    const email = newAddress();
    expect((await send(invite, { email, role: 'developer' }, owner.cookie)).status).toBe(201);
    const { token } = await lastMail(email);
    const joined = await send(acceptInvitation, { token, name: 'Grace', password });
    expect(joined.json).toEqual({ partner_id: owner.partnerId });
    expect((await send(acceptInvitation, { token, name: 'Grace', password })).json.error.param).toBe('token');
    const listed = await callRoute(team, { path: '/api', headers: { cookie: owner.cookie } });
    const member = listed.json.members.find((one: { email: string }) => one.email === email);
    expect(member.role).toBe('developer');
    const theirs = () => sessionOf(cookieOf(joined));
    expect(
      (await send(changeRole, { role: 'read_only' }, owner.cookie, { personId: member.id }, 'PATCH')).status,
    ).toBe(204);
    expect((await theirs()).json.role).toBe('read_only');
    expect((await send(removeFromTeam, {}, owner.cookie, { personId: member.id }, 'DELETE')).status).toBe(
      204,
    );
    expect((await theirs()).json).toEqual({});
    expect((await send(removeFromTeam, {}, owner.cookie, { personId: member.id }, 'DELETE')).status).toBe(
      404,
    );
  });

  it(
    'lets a removed person come back by invitation, with his own password',
    { timeout: 60_000 },
    async () => {
      const owner = await signedInMember();
      const { person } = await signedInMember();
      await stepUpInTest(owner.session.id);
      await send(invite, { email: person.email, role: 'admin' }, owner.cookie);
      const { token } = await lastMail(person.email);
      expect((await send(acceptInvitation, { token, password: 'someone else’s guess' })).status).toBe(401);
      expect((await send(acceptInvitation, { token, password })).status).toBe(200);
    },
  );

  it(
    'keeps an owner: neither leaves, nor is demoted, also not two at once',
    { timeout: 60_000 },
    async () => {
      const one = await signedInMember();
      await stepUpInTest(one.session.id);
      expect((await send(leave, {}, one.cookie)).json.error.code).toBe('invalid_state');
      expect(
        (await send(changeRole, { role: 'admin' }, one.cookie, { personId: one.person.id }, 'PATCH')).status,
      ).toBe(409);
      const two = await signedInMember({ partnerId: one.partnerId });
      const left = await Promise.all([send(leave, {}, one.cookie), send(leave, {}, two.cookie)]);
      expect(left.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    },
  );

  it(
    'lets an admin do nothing to or above an owner, and nobody to another account',
    { timeout: 60_000 },
    async () => {
      const owner = await signedInMember();
      const admin = await signedInMember({ partnerId: owner.partnerId, role: 'admin' });
      const stranger = await signedInMember();
      await stepUpInTest(admin.session.id);
      await stepUpInTest(stranger.session.id);
      expect((await send(invite, { email: newAddress(), role: 'owner' }, admin.cookie)).status).toBe(403);
      expect(
        (await send(removeFromTeam, {}, admin.cookie, { personId: owner.person.id }, 'DELETE')).status,
      ).toBe(403);
      expect(
        (await send(changeRole, { role: 'owner' }, admin.cookie, { personId: admin.person.id }, 'PATCH'))
          .status,
      ).toBe(403);
      expect(
        (await send(removeFromTeam, {}, stranger.cookie, { personId: admin.person.id }, 'DELETE')).status,
      ).toBe(404);
    },
  );
});

describe('the first admins', () => {
  it('are two, enrolled by a link that works once', { timeout: 60_000 }, async () => {
    const link = await createFirstAdmin({ email: newAddress(), name: 'Helen' });
    await createFirstAdmin({ email: newAddress(), name: 'Niall' });
    await expect(createFirstAdmin({ email: newAddress(), name: 'Third' })).rejects.toMatchObject({
      code: 'invalid_state',
    });
    const token = new URL(link.url).searchParams.get('token');
    const { json } = await send(enrolment, { token });
    expect(json.role).toBe('admin');
    expect((await send(enrol, { token, password: 'kF3$wq9z', code: '000000' })).json.error.param).toBe(
      'code',
    );
    const done = await send(enrol, { token, password: 'kF3$wq9z', code: totpCode(json.totp.secret) });
    expect(done.status).toBe(201);
    expect(cookieOf(done)).toMatch(/^credicorp_ops=/);
    expect(
      (await send(enrol, { token, password: 'kF3$wq9z', code: totpCode(json.totp.secret) })).status,
    ).toBe(422);
  });
});
