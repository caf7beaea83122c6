import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { withTransaction } from '@/lib/db';
import { ownerQuery } from '@/lib/testing';
import { consumeStepUpProof, createStepUpProof, type ProofSubject, type StaffSession } from '.';
import { signedInStaff, totpCode } from './testing';

const hashOf = (text: string) => createHash('sha256').update(text).digest();
const subject: ProofSubject = {
  act: 'disbursement.release',
  objectId: 'dsb_1',
  boundHash: hashOf('£1 to A'),
};
let session: StaffSession;
let secret: string;

const spend = (proof: string, about: ProofSubject = subject, by: StaffSession = session) =>
  withTransaction((tx) => consumeStepUpProof(tx, { session: by, proof, subject: about }));
async function prove(): Promise<string> {
  await ownerQuery('UPDATE people SET totp_last_step = NULL WHERE id = $1', [session.person.id]);
  return (await createStepUpProof({ session, subject, code: totpCode(secret) })).proof;
}

beforeAll(async () => {
  const staff = await signedInStaff({ role: 'releaser' });
  session = staff.session;
  secret = staff.person.totpSecret;
});

describe('a step-up proof', () => {
  it('is spent once, even by two at the same time', async () => {
    const proof = await prove();
    const both = await Promise.allSettled([spend(proof), spend(proof)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(spend(proof)).rejects.toMatchObject({ code: 'step_up_required' });
  });

  it('is bound to its act, object, data, person and session', async () => {
    const proof = await prove();
    const { session: other } = await signedInStaff({ role: 'releaser' });
    for (const change of [
      { act: 'disbursement.approve' },
      { objectId: 'dsb_2' },
      { boundHash: hashOf('£2 to A') },
    ]) {
      await expect(spend(proof, { ...subject, ...change })).rejects.toMatchObject({
        code: 'step_up_required',
      });
    }
    await expect(spend(proof, subject, other)).rejects.toMatchObject({ code: 'step_up_required' });
    await expect(spend(proof, subject, { ...session, id: other.id })).rejects.toMatchObject({
      code: 'step_up_required',
    });
    await expect(spend(proof)).resolves.toMatchObject({ method: 'totp' });
  });

  it('is not spent by an act that fails, and lapses', async () => {
    const proof = await prove();
    const failing = withTransaction(async (tx) => {
      await consumeStepUpProof(tx, { session, proof, subject });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    await ownerQuery(
      `UPDATE step_up_proofs SET created_at = now() - interval '5 minutes', expires_at = now() WHERE consumed_at IS NULL`,
    );
    await expect(spend(proof)).rejects.toMatchObject({ code: 'step_up_required' });
  });

  it('costs a fresh code of the app, each once', async () => {
    await ownerQuery('UPDATE people SET totp_last_step = NULL WHERE id = $1', [session.person.id]);
    const code = totpCode(secret);
    await createStepUpProof({ session, subject, code });
    await expect(createStepUpProof({ session, subject, code })).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
  });
});
