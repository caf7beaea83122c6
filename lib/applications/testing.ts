// What the tests of this domain share: applications made by the verbs themselves, reviews run to their end.
import type { Clock } from '@/lib/core/clock';
import type { ProjectSnapshot } from '@/lib/core/project';
import { countRows, inWriteContext, ownerQuery, readContext } from '@/lib/testing';
import { createApplication } from './create';
import { lookUpCompany } from './look-up-company';
import { reviewApplication } from './review';
import type { Application, CreateApplicationInput } from './schemas';

export const applicant = { email: 'director@example.com', first_name: 'Ada' };

export function request(overrides: Partial<CreateApplicationInput> = {}): CreateApplicationInput {
  return {
    business: { company_number: '00000401' },
    amount_pence: 2_500_000,
    term_months: 12,
    applicant,
    ...overrides,
  };
}

/** As POST /applications does it: look-up, then the verb in its transaction. */
export async function open(
  project: ProjectSnapshot,
  overrides: Partial<CreateApplicationInput> = {},
  clock?: Clock,
): Promise<Application> {
  const input = request(overrides);
  const company = await lookUpCompany(readContext(project, clock), input.business.company_number);
  return inWriteContext(project, (ctx) => createApplication({ ctx, input, company }), clock);
}

/** Runs the review to `version` in this process, as the worker would. */
export function review(applicationId: string, version: number): Promise<void> {
  return reviewApplication({ applicationId, version }, { signal: new AbortController().signal, attempt: 1 });
}

export const statusOf = async (id: string) =>
  (await ownerQuery<{ status: string }>('SELECT status FROM applications WHERE id = $1', [id]))[0]?.status;

/** Types of the events about these objects, in their order. */
export async function eventTypesOf(...objectIds: (string | null)[]): Promise<string[]> {
  const rows = await ownerQuery<{ type: string }>(
    'SELECT type FROM events WHERE object_id = ANY($1) ORDER BY created_at, id',
    [objectIds],
  );
  return rows.map(({ type }) => type);
}

/** Acts of the audit trail about this object, in their order. */
export async function auditActsOf(objectId: string): Promise<string[]> {
  const rows = await ownerQuery<{ act: string }>(
    'SELECT act FROM audit_entries WHERE object_id = $1 ORDER BY created_at',
    [objectId],
  );
  return rows.map(({ act }) => act);
}

/** Everything a change leaves behind, to show that a refusal leaves nothing. */
export const traces = async () => ({
  applications: await countRows('applications'),
  events: await countRows('events'),
  audit: await countRows('audit_entries'),
});
