// Job `partners.add_sample_data`: a few applications in a new sandbox, through the same verbs as any partner's, so that
// the first pages show something true: one approved, one declined, one that waits for its applicant.
import { projectClock } from '@/lib/core/clock';
import type { Context } from '@/lib/core/context';
import { createApplication, createApplicationSchema, lookUpCompany } from '@/lib/applications';
import { withTransaction } from '@/lib/db';
import { findProject } from '@/lib/projects';
import { claimSampleData } from './repository';

const samples = [
  { number: '00000401', reference: 'sample-approved', amount: 2_500_000, term: 12, applicant: { email: 'jo@example.com', first_name: 'Jo' } },
  { number: '00000404', reference: 'sample-declined', amount: 4_000_000, term: 24, applicant: { email: 'sam@example.com', first_name: 'Sam' } },
  { number: '00000401', reference: 'sample-draft', amount: 1_200_000, term: 6, applicant: { email: 'alex@example.com' } },
]; // prettier-ignore

export async function addSampleData({ projectId }: { readonly projectId: string }): Promise<void> {
  const project = await findProject(projectId);
  if (!project || project.standing === 'closed') return;
  const ctx: Context = {
    requestId: `sample_${projectId}`,
    actor: { kind: 'system', job: 'partners.add_sample_data' },
    project,
    clock: projectClock(project.clockOffsetSeconds),
  };
  const prepared = await Promise.all(
    samples.map(async ({ number, reference, amount, term, applicant }) => ({
      company: await lookUpCompany(ctx, number),
      input: createApplicationSchema.parse({
        business: { company_number: number },
        amount_pence: amount,
        term_months: term,
        reference,
        applicant,
      }),
    })),
  );
  await withTransaction(async (tx) => {
    if (!(await claimSampleData(tx, projectId))) return;
    for (const { input, company } of prepared)
      await createApplication({ ctx: { ...ctx, tx }, input, company });
  });
}
