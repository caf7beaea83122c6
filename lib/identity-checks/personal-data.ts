// What a person told, at rest: encrypted under the person's own data key, each check's words bound to that check.
import { randomUUID } from 'node:crypto';
import type { WriteContext } from '@/lib/core/context';
import { assert } from '@/lib/core/assert';
import { sign } from '@/lib/crypto';
import { newDataKey, openDataKey } from '@/lib/crypto/data-key';
import type { Person } from '@/lib/providers';
import { insertOrFindSubject, type IdentityCheckRow } from './repository';

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ''); // prettier-ignore

/** The same for the same person told twice; without the server key it says nothing. */
function fingerprintOf(projectId: string, { firstName, lastName, dateOfBirth, address }: Person): Buffer {
  const { postcode, country } = address;
  const words = [firstName, lastName, postcode].map(folded);
  return sign('identity-subject', JSON.stringify([projectId, ...words, dateOfBirth, country]));
}

export type SealedPerson = Pick<IdentityCheckRow, 'subjectId' | 'personalEncrypted' | 'dataKey'>;

/** Encrypts what the person told for this check, under the key that the project has for him or a new one. */
export async function sealPerson(ctx: WriteContext, checkId: string, person: Person): Promise<SealedPerson> {
  const id = randomUUID();
  const subject = await insertOrFindSubject(
    {
      id,
      projectId: ctx.project.id,
      fingerprint: fingerprintOf(ctx.project.id, person),
      dataKey: newDataKey(id),
      createdAt: ctx.clock.now(),
    },
    ctx.tx,
  );
  const key = openDataKey(subject.dataKey, subject.id);
  return {
    subjectId: subject.id,
    dataKey: subject.dataKey,
    personalEncrypted: key.encrypt(JSON.stringify(person), checkId),
  };
}

/** What the person told; null for a business, and once the person is erased. */
export function openPerson({
  id,
  subjectId,
  dataKey,
  personalEncrypted,
}: SealedPerson & { readonly id: string }): Person | null {
  if (subjectId === null || dataKey === null) return null;
  assert(personalEncrypted, 'a check with a subject holds what he told');
  return JSON.parse(
    openDataKey(dataKey, subjectId).decrypt(personalEncrypted, id).toString('utf8'),
  ) as Person;
}
