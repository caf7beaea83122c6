// Opens an identity check (contract §8). The provider is asked after the commit.
import { readApplication } from '@/lib/applications';
import { recordAudit } from '@/lib/audit';
import { assert } from '@/lib/core/assert';
import type { WriteContext } from '@/lib/core/context';
import { toIsoDate } from '@/lib/core/dates';
import { fieldError } from '@/lib/core/field-errors';
import { newId } from '@/lib/core/ids';
import type { Person } from '@/lib/providers';
import { sealPerson, type SealedPerson } from './personal-data';
import { insertCheck, type IdentityCheckRow } from './repository';
import { requestVerification } from './request-verification';
import type { CreateIdentityCheckInput, IdentityCheck } from './schemas';
import { toIdentityCheck } from './serialize';

const nobodyIsBornBefore = '1900-01-01';

/** The person of a request that the schema found complete. */
function personOf({ subject }: CreateIdentityCheckInput, today: string): Person {
  const { first_name: firstName, last_name: lastName, date_of_birth: dateOfBirth } = subject ?? {};
  const { line1, city, postcode, country } = subject?.address ?? {};
  assert(firstName && lastName && dateOfBirth, 'the schema lets no nameless person through');
  assert(line1 && city && postcode && country, 'the schema lets no incomplete address through');
  if (dateOfBirth < nobodyIsBornBefore || dateOfBirth >= today) {
    throw fieldError('invalid_value', 'subject.date_of_birth', 'Nobody living was born on this day.');
  }
  const address = { line1, city, postcode, country };
  return { firstName, lastName, dateOfBirth, address, nationality: subject?.nationality ?? null };
}

const nobody: SealedPerson = { subjectId: null, personalEncrypted: null, dataKey: null };

/** @throws ApiError `resource_not_found` for another project's application, `invalid_value` for a date of birth. */
export async function createIdentityCheck(call: {
  readonly ctx: WriteContext;
  readonly input: CreateIdentityCheckInput;
}): Promise<IdentityCheck> {
  const { ctx, input } = call;
  const now = ctx.clock.now();
  const person = input.type === 'individual' ? personOf(input, toIsoDate(now)) : null;
  if (input.application_id !== undefined) await readApplication({ ctx, input: { id: input.application_id } });
  const id = newId('idc');
  const row: IdentityCheckRow = {
    id,
    projectId: ctx.project.id,
    livemode: ctx.project.livemode,
    type: input.type,
    status: 'pending',
    applicationId: input.application_id ?? null,
    ...(person ? await sealPerson(ctx, id, person) : nobody),
    companyNumber: input.business?.company_number ?? null,
    businessName: input.business?.name ?? null,
    findings: [],
    reference: input.reference ?? null,
    metadata: input.metadata ?? null,
    createdAt: now,
    updatedAt: now,
  };
  await insertCheck(row, ctx.tx);
  await recordAudit(ctx.tx, {
    stream: row.projectId,
    actor: ctx.actor,
    act: 'identity_check.create',
    objectId: id,
    requestId: ctx.requestId,
    detail: { to: row.status, type: row.type, application_id: row.applicationId },
  });
  await requestVerification(ctx.tx, id);
  return toIdentityCheck(row);
}
