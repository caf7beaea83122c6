// Passkeys of staff against the real library and a real key pair: registered, used once for each challenge, bound.
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withTransaction } from '@/lib/db';
import { ownerQuery } from '@/lib/testing';
import { askPasskeyForProof, askPasskeyForSignIn, beginPasskeyRegistration, consumeStepUpProof, createPasskeyProof, finishPasskeyRegistration, listPasskeys, readSession, removePasskey, signIn } from '..'; // prettier-ignore
import { caller, password, signedInStaff } from '../testing';
import { newAuthenticator } from './testing';

const { requestId } = caller;

async function staffWithPasskey() {
  const staff = await signedInStaff({ role: 'releaser' });
  const authenticator = newAuthenticator();
  const response = authenticator.register(await beginPasskeyRegistration(staff));
  const { id } = await finishPasskeyRegistration({
    ...staff,
    input: { name: 'Laptop', response },
    requestId,
  });
  return { ...staff, authenticator, passkeyId: id };
}
type Staff = Awaited<ReturnType<typeof staffWithPasskey>>;

const subjectFor = (text: string) => ({
  act: 'disbursement.release',
  objectId: 'dsb_1',
  boundHash: createHash('sha256').update(text).digest(),
});
const refused = { code: 'invalid_credentials' };

describe('a passkey', () => {
  it('is registered once for each challenge, listed and removed by its owner alone', async () => {
    const staff = await signedInStaff();
    const response = newAuthenticator().register(await beginPasskeyRegistration(staff));
    const finish = () => finishPasskeyRegistration({ ...staff, input: { name: 'Key', response }, requestId });
    const { id } = await finish();
    await expect(finish()).rejects.toMatchObject({ code: 'invalid_value', param: 'response' });
    expect(await listPasskeys(staff)).toMatchObject([{ id, name: 'Key', last_used: null }]);
    const remove = ({ session }: Pick<Staff, 'session'>) =>
      withTransaction((tx) => removePasskey({ ctx: { tx, session, requestId }, input: { id } }));
    await expect(remove(await signedInStaff())).rejects.toMatchObject({ code: 'resource_not_found' });
    await remove(staff);
    expect(await listPasskeys(staff)).toEqual([]);
  });

  it('answers no challenge of somebody else', async () => {
    const response = newAuthenticator().register(await beginPasskeyRegistration(await signedInStaff()));
    const other = await signedInStaff();
    await expect(
      finishPasskeyRegistration({ ...other, input: { name: 'Key', response }, requestId }),
    ).rejects.toMatchObject({ param: 'response' });
  });
});

describe('signing in with a passkey', () => {
  const ask = (staff: Staff) =>
    askPasskeyForSignIn({ input: { email: staff.person.email, password }, caller });
  const attempt = (staff: Staff, passkey: ReturnType<Staff['authenticator']['sign']>, given = password) =>
    signIn({ kind: 'staff', input: { email: staff.person.email, password: given, passkey }, caller });

  it('takes the place of the code, once for each challenge, never of the password', async () => {
    const staff = await staffWithPasskey();
    const signed = staff.authenticator.sign((await ask(staff))!);
    await expect(attempt(staff, signed, 'not this one, sorry')).rejects.toMatchObject(refused);
    const { token } = await attempt(staff, signed);
    expect(await readSession('staff', token)).toMatchObject({ person: { id: staff.person.id } });
    await expect(attempt(staff, signed)).rejects.toMatchObject(refused);
    const unasked = staff.authenticator.sign({ challenge: randomBytes(32).toString('base64url') });
    await expect(attempt(staff, unasked)).rejects.toMatchObject(refused);
  });

  it('asks nobody without the right password, and refuses a copied key', async () => {
    const staff = await staffWithPasskey();
    await expect(
      askPasskeyForSignIn({ input: { email: staff.person.email, password: 'wrong' }, caller }),
    ).rejects.toMatchObject(refused);
    await ownerQuery('UPDATE passkeys SET counter = 50 WHERE id = $1', [staff.passkeyId]);
    await expect(attempt(staff, staff.authenticator.sign((await ask(staff))!))).rejects.toMatchObject(
      refused,
    );
  });
});

describe('a passkey at a release', () => {
  it('signs the hash of what is released, and proves that alone, once', async () => {
    const staff = await staffWithPasskey();
    const subject = subjectFor('£25,000 to Ada');
    const options = await askPasskeyForProof({ session: staff.session, subject });
    const challenge = Buffer.from(options!.challenge, 'base64url');
    expect(challenge.subarray(0, 32).equals(subject.boundHash)).toBe(true);
    const response = staff.authenticator.sign(options!);
    const prove = (of = subject) => createPasskeyProof({ session: staff.session, subject: of, response });
    await expect(prove(subjectFor('£250,000 to Ada'))).rejects.toMatchObject(refused);
    const { proof } = await prove();
    await expect(prove()).rejects.toMatchObject(refused);
    const consume = (of = subject) =>
      withTransaction((tx) => consumeStepUpProof(tx, { session: staff.session, proof, subject: of }));
    await expect(consume(subjectFor('else'))).rejects.toMatchObject({ code: 'step_up_required' });
    expect(await consume()).toMatchObject({ method: 'passkey' });
    await expect(consume()).rejects.toMatchObject({ code: 'step_up_required' });
  });
});
