import { describe, expect, it } from 'vitest';
import type { ApiError } from '@/lib/core/errors';
import { ownerQuery } from '@/lib/testing';
import {
  readSession,
  requireRecentStepUp,
  revokeOtherSessions,
  revokeSession,
  signIn,
  signOut,
  stepUp,
  listSessions,
} from '.';
import { withTransaction } from '@/lib/db';
import { caller, createPerson, password, signedInMember, signedInStaff, totpCode } from './testing';

const requestId = caller.requestId;
const change = (table: string, set: string, id: string) =>
  ownerQuery(`UPDATE ${table} SET ${set} WHERE id = $1`, [id]);

describe('a session', () => {
  it('is read by its token, of its own kind only', async () => {
    const { token, session, partnerId } = await signedInMember({ role: 'developer' });
    expect(session).toMatchObject({
      kind: 'partner',
      role: 'developer',
      partner: { id: partnerId, status: 'active' },
    });
    expect(await readSession('staff', token)).toBeNull();
    expect(await readSession('partner', token.toUpperCase())).toBeNull();
    expect(await readSession('partner', undefined)).toBeNull();
  });

  it('is stored as a hash', async () => {
    const { token, session } = await signedInMember();
    const [row] = await ownerQuery<{ token_hash: Buffer }>('SELECT * FROM sessions WHERE id = $1', [
      session.id,
    ]);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row?.token_hash).toHaveLength(32);
  });

  it.each([
    ['revoked', `revoked_at = now()`],
    ['idle too long', `idle_expires_at = now()`],
    ['too old', `idle_expires_at = now(), expires_at = now()`],
  ])('is none once it is %s', async (_, set) => {
    const { token, session } = await signedInMember();
    await change('sessions', set, session.id);
    expect(await readSession('partner', token)).toBeNull();
  });

  it('shows a changed role and a suspension at once, and ends with the membership', async () => {
    const { token, person, partnerId } = await signedInMember({ role: 'admin' });
    await signedInMember({ role: 'owner', partnerId });
    await ownerQuery(`UPDATE partner_members SET role = 'read_only' WHERE person_id = $1`, [person.id]);
    await ownerQuery(`UPDATE partners SET status = 'suspended' WHERE id = $1`, [partnerId]);
    expect(await readSession('partner', token)).toMatchObject({
      role: 'read_only',
      partner: { status: 'suspended' },
    });
    await ownerQuery('DELETE FROM partner_members WHERE person_id = $1', [person.id]);
    expect(await readSession('partner', token)).toBeNull();
  });

  it('lives on by being used, to the minute, never beyond its absolute limit', async () => {
    const { token, session } = await signedInStaff();
    const idle = async () =>
      (await ownerQuery<{ seconds: number }>(
        'SELECT round(extract(epoch FROM idle_expires_at - now()))::int AS seconds FROM sessions WHERE id = $1',
        [session.id],
      ))[0]?.seconds; // prettier-ignore
    await change(
      'sessions',
      `last_seen_at = now() - interval '2 minutes', idle_expires_at = now() + interval '1 minute'`,
      session.id,
    );
    await readSession('staff', token);
    expect(await idle()).toBe(1_800);
    await change(
      'sessions',
      `last_seen_at = now() - interval '2 minutes', expires_at = now() + interval '90 seconds', idle_expires_at = now() + interval '1 second'`,
      session.id,
    );
    await readSession('staff', token);
    expect(await idle()).toBe(90);
  });
});

describe('signing in', () => {
  it('gives a new session each time', async () => {
    const { person, token } = await signedInMember();
    const first = await signIn({
      kind: 'partner',
      input: { email: ` ${person.email.toUpperCase()} `, password },
      caller,
    });
    expect(first.token).not.toBe(token);
    expect(await readSession('partner', first.token)).toMatchObject({ id: first.sessionId });
  });

  it('refuses an unknown address and a wrong password in the same words', async () => {
    const { person } = await signedInMember();
    const refusal = (input: { email: string; password: string }) =>
      signIn({ kind: 'partner', input, caller }).catch(({ code, status, message, param }: ApiError) => ({
        code,
        status,
        message,
        param,
      }));
    const wrong = await refusal({ email: person.email, password: 'not this one, sorry' });
    expect(wrong).toMatchObject({ code: 'invalid_credentials', status: 401 });
    expect(await refusal({ email: 'nobody@example.com', password })).toEqual(wrong);
    expect(await refusal({ email: (await createPerson()).email, password })).toEqual(wrong);
  });

  it('asks for the second factor once the password is right, and takes each code once', async () => {
    const { person } = await signedInMember({ totp: true });
    const attempt = (code?: string) =>
      signIn({ kind: 'partner', input: { email: person.email, password, code }, caller });
    await expect(attempt()).rejects.toMatchObject({ code: 'second_factor_required' });
    await expect(attempt('000000')).rejects.toMatchObject({ code: 'invalid_credentials' });
    const code = totpCode(person.totpSecret);
    await expect(attempt(code)).resolves.toBeDefined();
    await expect(attempt(code)).rejects.toMatchObject({ code: 'invalid_credentials' });
  });

  it('lets staff in with a second factor only, and partners nowhere near', async () => {
    const { person } = await signedInStaff();
    const input = { email: person.email, password };
    await expect(signIn({ kind: 'partner', input, caller })).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    await expect(signIn({ kind: 'staff', input, caller })).rejects.toMatchObject({
      code: 'second_factor_required',
    });
    await ownerQuery('UPDATE people SET totp_secret_encrypted = NULL WHERE id = $1', [person.id]);
    await expect(signIn({ kind: 'staff', input, caller })).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    const member = await signedInMember();
    await expect(
      signIn({ kind: 'staff', input: { email: member.person.email, password }, caller }),
    ).rejects.toMatchObject({ code: 'invalid_credentials' });
  });

  it('stops guessing from one address, and never the owner from his own', async () => {
    const { person } = await signedInMember();
    const guess = (address: string) =>
      signIn({ kind: 'partner', input: { email: person.email, password: 'wrong wrong wrong' }, caller: { ...caller, address } }).catch((error: { code: string }) => error.code); // prettier-ignore
    const guesses: unknown[] = [];
    for (const address of ['198.51.100.1', '198.51.100.2']) {
      for (let i = 0; i < 12; i += 1) guesses.push(await guess(address));
    }
    expect(guesses.filter((code) => code === 'invalid_credentials')).toHaveLength(20);
    expect(guesses.filter((code) => code === 'rate_limited')).toHaveLength(4);
    await expect(
      signIn({
        kind: 'partner',
        input: { email: person.email, password },
        caller: { ...caller, address: '192.0.2.9' },
      }),
    ).resolves.toBeDefined();
  });

  it('counts all guesses of one address together', async () => {
    const from = { ...caller, address: '198.51.100.77' };
    const { person } = await signedInMember();
    await signIn({ kind: 'partner', input: { email: person.email, password }, caller: from });
    await ownerQuery(`UPDATE throttle_counters SET points = 100 WHERE key LIKE 'sign-in-address%'`);
    await expect(
      signIn({ kind: 'partner', input: { email: person.email, password }, caller: from }),
    ).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

describe('ending sessions', () => {
  it('ends this one, another one, or all others, and nobody else’s', async () => {
    const one = await signedInMember();
    const stranger = await signedInMember();
    const others = await Promise.all([1, 2].map(() => signIn({ kind: 'partner', input: { email: one.person.email, password }, caller: { ...caller, address: '192.0.2.44' } }))); // prettier-ignore
    const inSession = <T>(work: (ctx: never) => Promise<T>) =>
      withTransaction((tx) => work({ tx, session: one.session, requestId } as never));
    expect(await listSessions(one)).toHaveLength(3);
    await expect(
      inSession((ctx) => revokeSession({ ctx, input: { id: stranger.session.id } })),
    ).rejects.toMatchObject({ code: 'resource_not_found' });
    await inSession((ctx) => revokeSession({ ctx, input: { id: others[0]!.sessionId } }));
    expect(await readSession('partner', others[0]!.token)).toBeNull();
    expect(await inSession((ctx) => revokeOtherSessions({ ctx }))).toBe(1);
    expect(await readSession('partner', one.token)).not.toBeNull();
    await inSession((ctx) => signOut({ ctx }));
    expect(await readSession('partner', one.token)).toBeNull();
    expect(await readSession('partner', stranger.token)).not.toBeNull();
  });
});

describe('stepping up', () => {
  it('gives a new token, lasts five minutes, and is void under another role', async () => {
    const one = await signedInMember({ role: 'owner' });
    await signedInMember({ role: 'owner', partnerId: one.partnerId });
    expect(() => requireRecentStepUp(one.session)).toThrow();
    await expect(
      stepUp({ session: one.session, input: { password: 'wrong' }, requestId }),
    ).rejects.toMatchObject({ code: 'invalid_credentials' });
    const { token } = await stepUp({ session: one.session, input: { password }, requestId });
    expect(await readSession('partner', one.token)).toBeNull();
    const stepped = await readSession('partner', token);
    expect(() => requireRecentStepUp(stepped!)).not.toThrow();
    await ownerQuery(`UPDATE partner_members SET role = 'admin' WHERE person_id = $1`, [one.person.id]);
    expect((await readSession('partner', token))?.steppedUpAt).toBeNull();
    await ownerQuery(
      `UPDATE sessions SET role_version = 99, stepped_up_at = now() - interval '6 minutes' WHERE id = $1`,
      [one.session.id],
    );
    await ownerQuery(`UPDATE people SET role_version = 99 WHERE id = $1`, [one.person.id]);
    expect(() => requireRecentStepUp(one.session)).toThrow();
  });

  it('takes the second factor, never the password, from whoever has one', async () => {
    const { session, person } = await signedInStaff();
    await expect(stepUp({ session, input: { password }, requestId })).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    await expect(
      stepUp({ session, input: { code: totpCode(person.totpSecret) }, requestId }),
    ).resolves.toBeDefined();
  });
});
