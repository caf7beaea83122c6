// Each verb on a real database: what it changes, its one audit entry, its event, and whom it does not know.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { prisma } from '@/lib/db';
import { readDecision } from '@/lib/decisions';
import {
  createProject,
  inWriteContext,
  copyRow,
  listCosts,
  ownerQuery,
  planModes,
  readContext,
  testClock,
} from '@/lib/testing';
import { fromStoredObject } from '@/lib/webhooks';
import { acceptOffer } from './accept';
import { expireApplications } from './expire';
import { claimedApplicationId, isHostedToken } from './hosted-link';
import { listApplications } from './list';
import { readApplication } from './read';
import { refreshDecision } from './refresh';
import { pages } from './repository';
import { resumeReviews } from './resume-reviews';
import { listApplicationsSchema } from './schemas';
import { submitApplication } from './submit';
import { applicant, auditActsOf, eventTypesOf, open, review, statusOf, traces } from './testing';
import { withdrawApplication } from './withdraw';

const acceptedBy = { name: 'Ada Lovelace', email: 'ada@example.com' };
const codeOf = (work: Promise<unknown>) => work.then(() => 'no refusal', (error: ApiError) => error.code); // prettier-ignore

type Project = Awaited<ReturnType<typeof createProject>>;
const submit = (project: Project, id: string) =>
  inWriteContext(project, (ctx) => submitApplication({ ctx, input: { id } }));
const withdraw = (project: Project, id: string) =>
  inWriteContext(project, (ctx) => withdrawApplication({ ctx, input: { id }, endMoneyOut: async () => {} }));
const accept = (project: Project, id: string, offerId: string, clock = testClock(new Date().toISOString())) =>
  inWriteContext(
    project,
    (ctx) => acceptOffer({ ctx, input: { id, offer_id: offerId, accepted_by: acceptedBy } }),
    clock,
  );
const refresh = (project: Project, id: string, input: object = {}) =>
  inWriteContext(project, (ctx) => refreshDecision({ ctx, input: { ...input, id } }));
const decisionOf = (project: Project, id: string, version?: number) =>
  readDecision({ ctx: readContext(project), input: { id, version } });

async function approved(project: Project, companyNumber = '00000401') {
  const application = await open(project, { business: { company_number: companyNumber } });
  await review(application.id, 1);
  const decision = await decisionOf(project, application.id);
  return { id: application.id, decision, offerId: decision.offers[0]?.id as string };
}

describe('create', () => {
  it('opens without submitting when the applicant is incomplete', async () => {
    const project = await createProject();
    const application = await open(project, {
      applicant: { email: 'a@b.example' },
      reference: 'r-1',
      metadata: { a: 'b' },
    });
    expect(application).toMatchObject({
      object: 'application', livemode: false, status: 'created', decision_id: null, accepted_offer_id: null,
      disbursement_id: null, business: { company_number: '00000401', name: 'Healthy Ltd' }, product: 'business_loan',
      purpose: null, applicant: { email: 'a@b.example', first_name: null }, redirect_uri: null, reference: 'r-1',
      introduction_id: null, metadata: { a: 'b' },
    }); // prettier-ignore
    expect(Object.keys(application).slice(0, 6)).toEqual([
      'id',
      'object',
      'livemode',
      'created',
      'updated',
      'status',
    ]);
    expect(await eventTypesOf(application.id)).toEqual(['application.created']);
    expect(await auditActsOf(application.id)).toEqual(['application.create']);
    expect(await readApplication({ ctx: readContext(project), input: { id: application.id } })).toEqual(
      application,
    );
  });

  it('goes on to submitted when the applicant is complete', async () => {
    const project = await createProject();
    const application = await open(project);
    expect(application.status).toBe('submitted');
    expect(application.decision_id).toMatch(/^dec_/);
    expect(await eventTypesOf(application.id)).toEqual(['application.created', 'application.submitted']);
    expect(await auditActsOf(application.id)).toEqual(['application.create']);
    const [job] = await ownerQuery('SELECT key FROM graphile_worker.jobs WHERE key = $1', [
      `review:${application.id}:1`,
    ]);
    expect(job).toBeDefined();
  });

  it('keeps personal data and readable links out of the outbox', async () => {
    const project = await createProject();
    const application = await open(project);
    const [event] = await ownerQuery<{ id: string; object: Record<string, unknown> }>(
      `SELECT id, object FROM events WHERE object_id = $1 AND type = 'application.created'`,
      [application.id],
    );
    const token = application.handoff_url.split('/').at(-1) as string;
    expect(JSON.stringify(event)).not.toContain(applicant.email);
    expect(JSON.stringify(event)).not.toContain(token.slice(26));
    const { applicant: _, ...shown } = application;
    expect(fromStoredObject(event?.id as string, event?.object as object as Record<string, unknown>)).toEqual(
      {
        ...shown,
        status: 'created',
        decision_id: null,
      },
    );
  });

  it('gives a link that names its application and cannot be made without the key', async () => {
    const project = await createProject();
    const application = await open(project);
    const token = application.handoff_url.split('/').at(-1) as string;
    expect(claimedApplicationId(token)).toBe(application.id);
    const [row] = await ownerQuery<{ nonce: Buffer }>(
      'SELECT handoff_nonce AS nonce FROM applications WHERE id = $1',
      [application.id],
    );
    const nonce = row?.nonce as Buffer;
    expect(isHostedToken(token, application.id, nonce)).toBe(true);
    const last = token.endsWith('A') ? 'B' : 'A';
    expect(isHostedToken(token.slice(0, -1) + last, application.id, nonce)).toBe(false);
    expect(isHostedToken(token, newId('app'), nonce)).toBe(false);
  });

  it.each(['00000409', '00000411', 'ZZ000401', '16093826'])(
    'refuses %s in the sandbox',
    async (companyNumber) => {
      const project = await createProject();
      const before = await traces();
      expect(await codeOf(open(project, { business: { company_number: companyNumber } }))).toBe(
        'invalid_company_number',
      );
      expect(await traces()).toEqual(before);
    },
  );

  it('keeps the sandbox’s companies out of live, and accepts what no provider knows', async () => {
    const project = await createProject({ livemode: true });
    for (const companyNumber of ['00000401', '00000409', 'ZZ000409']) {
      expect(await codeOf(open(project, { business: { company_number: companyNumber } }))).toBe(
        'invalid_company_number',
      );
    }
    const twin = await open(project, { business: { company_number: 'ZZ000401' } });
    expect(twin).toMatchObject({ livemode: true, status: 'submitted', business: { name: 'Healthy Ltd' } });
    const unknown = await open(project, { business: { company_number: '12345678' } });
    await expect(review(unknown.id, 1)).rejects.toThrow('cannot be asked');
    expect(await statusOf(unknown.id)).toBe('submitted');
  });

  it('refers, then declines, a company about which every provider stays silent', async () => {
    const project = await createProject({ livemode: true });
    const { id, decision_id: decisionId } = await open(project, { business: { company_number: '12345678' } });
    const unchangedFor = (hours: number) =>
      ownerQuery('UPDATE applications SET updated_at = now() - make_interval(hours => $2) WHERE id = $1', [id, hours]); // prettier-ignore
    await unchangedFor(23);
    await expect(review(id, 1)).rejects.toThrow('cannot be asked');
    await unchangedFor(24);
    await review(id, 1);
    expect(await statusOf(id)).toBe('in_review');
    await unchangedFor(143);
    await expect(review(id, 2)).rejects.toThrow('cannot be asked');
    await unchangedFor(144);
    await review(id, 2);
    expect(await statusOf(id)).toBe('declined');
    expect(await eventTypesOf(decisionId)).toEqual(['decision.referred', 'decision.completed']);
    const decision = await readDecision({ ctx: readContext(project), input: { id } });
    expect(decision).toMatchObject({
      outcome: 'declined',
      reason: 'insufficient_trading_history',
      offers: [],
    });
  });

  it('takes only listed redirects in live', async () => {
    const project = await createProject({ livemode: true, redirectUris: ['https://a.example/back'] });
    const business = { company_number: 'ZZ000401' };
    await open(project, { business, redirect_uri: 'https://a.example/back' });
    expect(await codeOf(open(project, { business, redirect_uri: 'https://a.example/back?x' }))).toBe(
      'invalid_value',
    );
  });
});

describe('submit', () => {
  it.each([
    [undefined, 'applicant.email'],
    [{ email: 'director@example.com' }, 'applicant.first_name'],
  ])('refuses an applicant of whom it knows only %j', async (applicant, param) => {
    const project = await createProject();
    const { id } = await open(project, { submit: false, applicant, redirect_uri: 'https://a.example/back' });
    const before = await traces();
    const submitting = inWriteContext(project, (ctx) => submitApplication({ ctx, input: { id } }));
    await expect(submitting).rejects.toMatchObject({ code: 'parameter_missing', param });
    expect(await traces()).toEqual(before);
  });

  it('submits once', async () => {
    const project = await createProject();
    const { id } = await open(project, { submit: false });
    const application = await submit(project, id);
    expect(application.status).toBe('submitted');
    expect(await codeOf(submit(project, id))).toBe('invalid_state');
    expect(await eventTypesOf(id)).toEqual(['application.created', 'application.submitted']);
    expect(await auditActsOf(id)).toEqual(['application.create', 'application.submit']);
    const [event] = await ownerQuery<{ previous: unknown }>(
      `SELECT previous FROM events WHERE object_id = $1 AND type = 'application.submitted'`, [id]); // prettier-ignore
    expect(event?.previous).toEqual({ status: 'created', decision_id: null });
  });

  it('has one winner among many', async () => {
    const project = await createProject();
    const { id } = await open(project, { submit: false });
    const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf(submit(project, id))));
    expect(codes.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'invalid_state'), 'no refusal']);
    expect(await auditActsOf(id)).toHaveLength(2);
  });
});

describe('decide', () => {
  it('walks through review to an approval', async () => {
    const project = await createProject();
    const application = await open(project, { reference: 'r-9' });
    expect(await codeOf(decisionOf(project, application.id))).toBe('decision_not_ready');
    await review(application.id, 1);
    const decision = await decisionOf(project, application.decision_id as string);
    expect(decision).toMatchObject({
      id: application.decision_id, object: 'decision', application_id: application.id, reference: 'r-9', version: 1,
      outcome: 'approved', reason: null, conditions: [], refresh_pending: false, policy_version: '2026-07-01',
    }); // prettier-ignore
    expect(decision.offers[0]).toMatchObject({ amount_pence: 2_500_000, term_months: 12, fee_pence: 50_000 });
    const days =
      (Date.parse(decision.offers[0]?.expires_at as string) - Date.parse(decision.created)) / 86_400_000;
    expect(days).toBe(14);
    expect(await decisionOf(project, application.id)).toEqual(decision);
    expect(await decisionOf(project, application.id, 1)).toEqual(decision);
    expect(await codeOf(decisionOf(project, application.id, 2))).toBe('resource_not_found');
    expect(await eventTypesOf(application.id, decision.id)).toEqual([
      'application.created', 'application.submitted', 'decision.completed']); // prettier-ignore
    expect(await auditActsOf(application.id)).toEqual([
      'application.create', 'application.start_review', 'decision.complete']); // prettier-ignore
  });

  it('refers, then concludes in a second version', async () => {
    const project = await createProject();
    const application = await open(project, { business: { company_number: '00000403' } });
    await review(application.id, 1);
    expect(await statusOf(application.id)).toBe('in_review');
    const referred = await decisionOf(project, application.id);
    expect(referred).toMatchObject({ version: 1, outcome: 'referred', offers: [] });
    await review(application.id, 1); // the first job run again, as after a crash: nothing left to do
    await review(application.id, 2);
    const final = await decisionOf(project, application.id);
    expect(final).toMatchObject({ version: 2, outcome: 'approved', conditions: ['file_overdue_documents'] });
    expect(final.created).toBe(referred.created);
    expect(final.offers[0]?.amount_pence).toBe(1_500_000);
    expect(await decisionOf(project, application.id, 1)).toEqual(referred);
    expect(await eventTypesOf(final.id)).toEqual(['decision.referred', 'decision.completed']);
  });

  it('gives one outcome however often and at once it runs', async () => {
    const project = await createProject();
    const { id, decision_id: decisionId } = await open(project);
    await Promise.allSettled(Array.from({ length: 12 }, () => review(id, 1)));
    await review(id, 1);
    const versions = await ownerQuery('SELECT 1 FROM decision_versions WHERE application_id = $1', [id]);
    expect(versions).toHaveLength(1);
    expect(await eventTypesOf(decisionId)).toEqual(['decision.completed']);
    expect(await auditActsOf(id)).toHaveLength(3);
  });

  it('comes back when the bureau is ready', async () => {
    const project = await createProject();
    const { id } = await open(project, { business: { company_number: '00000408' } });
    await review(id, 1);
    expect(await statusOf(id)).toBe('in_review');
    expect(await codeOf(decisionOf(project, id))).toBe('decision_not_ready');
    const [job] = await ownerQuery<{ wait: number }>(
      `SELECT extract(epoch FROM run_at - now())::float AS wait FROM graphile_worker.jobs WHERE key = $1`,
      [`review:${id}:1:wait`],
    );
    expect(job?.wait).toBeGreaterThan(20);
    expect(job?.wait).toBeLessThanOrEqual(30);
    await prisma().project.update({ where: { id: project.id }, data: { clockOffsetSeconds: 30 } });
    await review(id, 1);
    expect(await statusOf(id)).toBe('approved');
  });

  it('decides nothing for an application withdrawn meanwhile', async () => {
    const project = await createProject();
    const { id } = await open(project);
    await withdraw(project, id);
    await review(id, 1);
    expect(await statusOf(id)).toBe('withdrawn');
    expect(await codeOf(decisionOf(project, id))).toBe('decision_not_ready');
  });

  it('puts back a review whose job was lost', async () => {
    const project = await createProject();
    const { id } = await open(project);
    await ownerQuery('DELETE FROM graphile_worker._private_jobs');
    expect(await resumeReviews()).toBeGreaterThanOrEqual(1);
    expect(await resumeReviews()).toBe(0);
    const jobs = await ownerQuery('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [`review:${id}:1`]);
    expect(jobs).toHaveLength(1);
  });
});

describe('accept', () => {
  it('freezes the offer and the text with its hash', async () => {
    const project = await createProject();
    const { id, offerId, decision } = await approved(project);
    const application = await accept(project, id, offerId);
    expect(application).toMatchObject({ status: 'accepted', accepted_offer_id: offerId });
    const agreement = await prisma().agreement.findUniqueOrThrow({ where: { applicationId: id } });
    expect(agreement).toMatchObject({
      offerId,
      terms: decision.offers[0],
      acceptedVia: 'api',
      acceptedByName: 'Ada Lovelace',
    });
    expect(agreement.textSha256).toBe(createHash('sha256').update(agreement.text).digest('hex'));
    expect(agreement.text).toContain('Healthy Ltd');
    expect(await eventTypesOf(id)).toContain('application.accepted');
    expect((await auditActsOf(id)).at(-1)).toBe('application.accept');
    expect(await codeOf(accept(project, id, offerId))).toBe('invalid_state');
  });

  it('refuses unknown, void and expired offers', async () => {
    const project = await createProject();
    const { id, offerId } = await approved(project);
    const other = await approved(project);
    expect(await codeOf(accept(project, id, other.offerId))).toBe('resource_not_found');
    expect(await codeOf(accept(project, id, 'nonsense'))).toBe('resource_not_found');
    const late = testClock(new Date(Date.now() + 14 * 86_400_000 + 1_000).toISOString());
    expect(await codeOf(accept(project, id, offerId, late))).toBe('offer_expired');
    await refresh(project, id);
    await review(id, 2);
    expect(await codeOf(accept(project, id, offerId))).toBe('invalid_state');
  });

  it('says the same of an expired offer once the clock has ended the application', async () => {
    const project = await createProject();
    const { id, offerId } = await approved(project);
    await prisma().project.update({ where: { id: project.id }, data: { clockOffsetSeconds: 15 * 86_400 } });
    await expireApplications();
    expect(await statusOf(id)).toBe('expired');
    expect(await codeOf(accept(project, id, offerId))).toBe('offer_expired');
  });

  it('is the applicant’s own in live, unless staff allowed it', async () => {
    const business = { company_number: 'ZZ000401' };
    for (const actsForApplicants of [false, true]) {
      const project = await createProject({ livemode: true, actsForApplicants });
      const { id } = await open(project, { business });
      await review(id, 1);
      const { offers } = await decisionOf(project, id);
      const outcome = await codeOf(accept(project, id, offers[0]?.id as string));
      expect(outcome).toBe(actsForApplicants ? 'no refusal' : 'hosted_acceptance_required');
    }
    const project = await createProject({ livemode: true });
    const { id } = await open(project, { business });
    await review(id, 1);
    const { offers } = await decisionOf(project, id);
    const input = { id, offer_id: offers[0]?.id as string, accepted_by: acceptedBy };
    await inWriteContext(project, (ctx) =>
      acceptOffer({ ctx: { ...ctx, actor: { kind: 'link', objectId: id } }, input }),
    );
    expect(await prisma().agreement.findUnique({ where: { applicationId: id } })).toMatchObject({
      acceptedVia: 'hosted',
    });
  });

  it('has one winner among many', async () => {
    const project = await createProject();
    const { id, decision } = await approved(project, '00000410');
    const codes = await Promise.all(decision.offers.map((offer) => codeOf(accept(project, id, offer.id))));
    expect(codes.toSorted()).toEqual(['invalid_state', 'invalid_state', 'no refusal']);
  });
});

describe('refresh', () => {
  it('decides anew with the new figures', async () => {
    const project = await createProject();
    const { id } = await open(project, { business: { company_number: '00000405' }, amount_pence: 2_000_001 });
    expect(await codeOf(refresh(project, id))).toBe('invalid_state');
    await review(id, 1);
    expect((await decisionOf(project, id)).reason).toBe('affordability');
    const pending = await refresh(project, id, {
      amount_pence: 1_500_000,
      term_months: 24,
      monthly_turnover_pence: 5_900_000,
    });
    expect(pending).toMatchObject({ version: 1, refresh_pending: true, outcome: 'declined' });
    expect(await decisionOf(project, id)).toMatchObject({ refresh_pending: true });
    expect(await codeOf(refresh(project, pending.id))).toBe('refresh_in_progress');
    await review(id, 2);
    const renewed = await decisionOf(project, id);
    expect(renewed).toMatchObject({
      id: pending.id,
      version: 2,
      outcome: 'approved',
      refresh_pending: false,
    });
    expect(renewed.offers[0]).toMatchObject({ amount_pence: 1_500_000, term_months: 24 });
    expect(await decisionOf(project, id, 1)).toMatchObject({
      version: 1,
      outcome: 'declined',
      refresh_pending: false,
    });
    const [event] = await ownerQuery<{ previous: unknown }>(
      `SELECT previous FROM events WHERE object_id = $1 ORDER BY id DESC LIMIT 1`, [pending.id]); // prettier-ignore
    expect(event?.previous).toEqual({ version: 1, outcome: 'declined', reason: 'affordability' });
    expect(await auditActsOf(id)).toEqual(['application.create', 'application.start_review', 'decision.complete',
      'decision.refresh', 'decision.complete']); // prettier-ignore
  });
});

describe('withdraw', () => {
  it('ends an application from any open state, once', async () => {
    const project = await createProject();
    const { id, offerId } = await approved(project);
    await accept(project, id, offerId);
    expect((await withdraw(project, id)).status).toBe('withdrawn');
    expect(await codeOf(withdraw(project, id))).toBe('invalid_state');
    expect((await eventTypesOf(id)).at(-1)).toBe('application.withdrawn');
    const declined = await open(project, { business: { company_number: '00000404' } });
    await review(declined.id, 1);
    expect(await codeOf(withdraw(project, declined.id))).toBe('invalid_state');
  });
});

describe('expire', () => {
  it('goes by each project’s own clock', async () => {
    const project = await createProject();
    const neighbour = await createProject();
    const draft = await open(project, { submit: false });
    const accepted = await approved(project);
    await accept(project, accepted.id, accepted.offerId);
    const declined = await open(project, { business: { company_number: '00000404' } });
    await review(declined.id, 1);
    const theirs = await open(neighbour, { submit: false });
    await expireApplications();
    expect(await statusOf(draft.id)).toBe('created');
    await prisma().project.update({ where: { id: project.id }, data: { clockOffsetSeconds: 31 * 86_400 } });
    await expireApplications();
    expect(await statusOf(draft.id)).toBe('expired');
    expect(await statusOf(accepted.id)).toBe('expired');
    expect(await statusOf(declined.id)).toBe('declined');
    expect(await statusOf(theirs.id)).toBe('created');
    expect(await eventTypesOf(draft.id)).toEqual(['application.created', 'application.expired']);
    expect((await auditActsOf(draft.id)).at(-1)).toBe('application.expire');
  });
});

describe('another tenant', () => {
  it('finds nothing of ours, by any id', async () => {
    const project = await createProject();
    const stranger = await createProject({ livemode: true });
    const { id, decision, offerId } = await approved(project);
    const before = await traces();
    const probes = [
      () => readApplication({ ctx: readContext(stranger), input: { id } }),
      () => decisionOf(stranger, id),
      () => decisionOf(stranger, decision.id),
      () => submit(stranger, id),
      () => withdraw(stranger, id),
      () => accept(stranger, id, offerId),
      () => refresh(stranger, id),
      () => refresh(stranger, decision.id),
    ];
    for (const probe of probes) expect(await codeOf(probe())).toBe('resource_not_found');
    expect(await traces()).toEqual(before);
    const page = await listApplications({ ctx: readContext(stranger), input: { limit: 100 } });
    expect(page.data).toEqual([]);
  });
});

describe('list', () => {
  const query = (given: Record<string, string>) => listApplicationsSchema.parse(given);

  it('pages newest first without gaps while others insert', async () => {
    const project = await createProject();
    const made: string[] = [];
    for (let index = 0; index < 7; index += 1) made.push((await open(project, { submit: false })).id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listApplications({
        ctx: readContext(project),
        input: query({ limit: '3', ...(cursor && { cursor }) }),
      });
      expect(page.object).toBe('list');
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor ?? undefined;
      await open(project, { submit: false }); // newer than every page to come
    } while (cursor);
    expect(seen).toEqual(made.toSorted().toReversed());
  });

  it('filters, and binds cursors to project and filters', async () => {
    const project = await createProject();
    await open(project, { submit: false, reference: 'a' });
    await open(project, { reference: 'a' });
    await open(project, { submit: false, reference: 'a' });
    await open(project, { submit: false, reference: 'b' });
    const list = (given: Record<string, string>, of = project) =>
      listApplications({ ctx: readContext(of), input: query(given) });
    expect((await list({ reference: 'a' })).data).toHaveLength(3);
    expect((await list({ status: 'created' })).data).toHaveLength(3);
    expect((await list({ status: 'created', reference: 'a' })).data).toHaveLength(2);
    expect((await list({ created_after: '2100-01-01T00:00:00Z' })).data).toHaveLength(0);
    expect(
      (await list({ created_before: '2100-01-01T00:00:00Z', created_after: '2020-01-01T00:00:00Z' })).data,
    ).toHaveLength(4);
    const { next_cursor: cursor } = await list({ reference: 'a', limit: '1' });
    expect((await list({ reference: 'a', limit: '2', cursor: cursor as string })).data).toHaveLength(2);
    expect(await codeOf(list({ reference: 'b', cursor: cursor as string }))).toBe('cursor_invalid');
    expect(await codeOf(list({ reference: 'a', cursor: cursor as string }, await createProject()))).toBe(
      'cursor_invalid',
    );
    expect(await codeOf(list({ reference: 'a', cursor: `${cursor}x` }))).toBe('cursor_invalid');
  });

  it('reads a page from the index that fits its filters, whatever the history', async () => {
    const project = await createProject();
    // A long history, and a neighbour's longer one behind it.
    await copyRow('applications', (await open(project, { submit: false })).id, 1, 3_000);
    await copyRow('applications', (await open(await createProject(), { submit: false })).id, 3_001, 9_000);
    const wanted = { reference: 'nobody', status: 'funded' };
    expect(await listCosts(pages, 'applications', project.id, wanted)).toEqual(
      Object.fromEntries(
        planModes.flatMap((mode) => [
          [`application_page, ${mode}`, 21],
          [`application_page_reference, ${mode}`, 0],
          [`application_page_status, ${mode}`, 0],
          [`application_page_reference_status, ${mode}`, 0],
        ]),
      ),
    );
  });
});
