import { describe, expect, it } from 'vitest';
import { ownerQuery } from '@/lib/testing';
import { changePassword, readSession, signIn } from '.';
import { caller, password, signedInMember } from './testing';

const chosen = 'lanterns over the quay';
const requestId = caller.requestId;

const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => 'nothing was refused',
    (error: { code: string; details?: readonly { param: string }[] }) => [
      error.code,
      error.details?.map(({ param }) => param),
    ],
  );

describe('changing the password in a session', () => {
  it('keeps this session, ends the others, and tells the person', async () => {
    const { person, session, token, partnerId } = await signedInMember();
    const other = await signIn({ kind: 'partner', input: { email: person.email, password }, caller });
    const input = { currentPassword: password, password: chosen };
    expect(await changePassword({ session, input, requestId })).toEqual({ endedSessions: 1 });

    expect(await readSession('partner', token)).toMatchObject({ id: session.id });
    expect(await readSession('partner', other.token)).toBeNull();
    await expect(
      signIn({ kind: 'partner', input: { email: person.email, password }, caller }),
    ).rejects.toMatchObject({ code: 'invalid_credentials' });
    await signIn({ kind: 'partner', input: { email: person.email, password: chosen }, caller });
    const acts = await ownerQuery<{ act: string }>(
      'SELECT act FROM audit_entries WHERE stream = $1 AND object_id = $2',
      [partnerId, person.id],
    );
    expect(acts.map(({ act }) => act)).toContain('person.change_password');
  });

  it.each([
    ['a wrong present password', { currentPassword: 'not this one, sorry', password: chosen }, 'current_password'], // prettier-ignore
    ['a weak new one', { currentPassword: password, password: 'too short' }, 'password'],
    ['the same again', { currentPassword: password, password }, 'password'],
  ])('refuses %s and ends nothing', async (_, input, field) => {
    const { person, session } = await signedInMember();
    const other = await signIn({ kind: 'partner', input: { email: person.email, password }, caller });
    expect(await refusalOf(changePassword({ session, input, requestId }))).toEqual(['invalid_value', [field]]); // prettier-ignore
    expect(await readSession('partner', other.token)).not.toBeNull();
  });

  it('takes no endless guesses', async () => {
    const { session } = await signedInMember();
    const input = { currentPassword: 'not this one, sorry', password: chosen };
    const codes = new Set<string>();
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const error = await changePassword({ session, input, requestId }).catch((caught: unknown) => caught);
      codes.add((error as { code: string }).code);
    }
    expect(codes).toEqual(new Set(['invalid_value', 'rate_limited']));
  });
});
