// What the tests of this domain share: checks made by the verbs themselves, the job run to its end.
import type { Clock } from '@/lib/core/clock';
import type { ProjectSnapshot } from '@/lib/core/project';
import { inWriteContext, ownerQuery } from '@/lib/testing';
import { createIdentityCheck } from './create';
import type { CreateIdentityCheckInput, IdentityCheck } from './schemas';
import { verifyIdentity } from './verify';

/** What a check of a person told, each word unlike any other in the database. */
export const told = {
  first_name: 'Wilhelmina',
  date_of_birth: '1980-05-17',
  address: { line1: '12 Ockham Park', city: 'Llanfairpwll', postcode: 'LL61 5UJ', country: 'GB' },
};
/** In lower case, and too long to stand in an id or a ciphertext by chance. */
export const secretWords = ['wilhelmina', '1980-05-17', 'ockham', 'llanfairpwll', 'll61 5uj', 'll615uj'];

export const individual = (lastName: string) => ({
  type: 'individual' as const,
  subject: { ...told, last_name: lastName },
});
export const business = (companyNumber = '00000401', name = 'Healthy Ltd') => ({
  type: 'business' as const,
  business: { company_number: companyNumber, name },
});

export function open(
  project: ProjectSnapshot,
  input: CreateIdentityCheckInput,
  clock?: Clock,
): Promise<IdentityCheck> {
  return inWriteContext(project, (ctx) => createIdentityCheck({ ctx, input }), clock);
}

/** Runs the job in this process, as the worker would. */
export function verify(checkId: string): Promise<void> {
  return verifyIdentity({ checkId }, { signal: new AbortController().signal, attempt: 1 });
}

export const statusOf = async (id: string) =>
  (await ownerQuery<{ status: string }>('SELECT status FROM identity_checks WHERE id = $1', [id]))[0]?.status;
