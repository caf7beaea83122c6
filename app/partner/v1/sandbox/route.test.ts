// The simulations over the whole pipeline (contract §10): each walks to where it says, tells what came of it, and is
// refused in live.
import { describe, expect, it } from 'vitest';
import { open as openApplication, eventTypesOf } from '@/lib/applications/testing';
import { accepted, ask, payee, statusOf } from '@/lib/disbursements/testing';
import { individual, open as openCheck } from '@/lib/identity-checks/testing';
import { make, start, tokenOf } from '@/lib/payment-links/testing';
import {
  clockSimulationSchema,
  decisionSimulationSchema,
  disbursementSimulationSchema,
  identityCheckSimulationSchema,
  paymentLinkSimulationSchema,
} from '@/lib/sandbox';
import { newId } from '@/lib/core/ids';
import type { ProjectSnapshot } from '@/lib/core/project';
import type { Scope } from '@/lib/core/scopes';
import { callRoute, countRows, createClient, createProject, ownerQuery, runJobs } from '@/lib/testing';
import { jobHandlers } from '@/lib/worker';
import * as advance from './clock/advance/route';
import * as resolve from './decisions/[id]/resolve/route';
import * as release from './disbursements/[id]/release/route';
import * as returnMoney from './disbursements/[id]/return/route';
import * as settleMoney from './disbursements/[id]/settle/route';
import * as failCheck from './identity/checks/[id]/fail/route';
import * as pass from './identity/checks/[id]/pass/route';
import * as review from './identity/checks/[id]/review/route';
import * as authorise from './payments/links/[id]/authorise/route';
import * as failLink from './payments/links/[id]/fail/route';
import * as settle from './payments/links/[id]/settle/route';

type Route = { POST: Parameters<typeof callRoute>[0] };
const mint = async (project: ProjectSnapshot, scopes?: readonly Scope[]) =>
  (await createClient(project)).mint(scopes);

async function play(route: Route, project: ProjectSnapshot, id: string, idempotencyKey?: string) {
  const token = await mint(project);
  return callRoute(route.POST, {
    method: 'POST',
    path: `/partner/v1/sandbox/x/${id}/y`,
    params: { id },
    token,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });
}
async function move(project: ProjectSnapshot, body: unknown, idempotencyKey?: string) {
  const token = await mint(project, ['webhooks:read']);
  const path = '/partner/v1/sandbox/clock/advance';
  return callRoute(advance.POST, { method: 'POST', path, token, body, ...(idempotencyKey !== undefined && { idempotencyKey }) }); // prettier-ignore
}
const typesIn = ({ json }: { json: { events: { type: string }[] } }) => json.events.map(({ type }) => type);
const day = 86_400;

describe('payment links', () => {
  it('200: settles an open link by the payer’s own way', async () => {
    const project = await createProject();
    const link = await make(project);
    const answer = await play(settle, project, link.id);
    expect(answer.status).toBe(200);
    expect(paymentLinkSimulationSchema.parse(answer.json)).toEqual(answer.json);
    expect(answer.json.result).toMatchObject({ id: link.id, status: 'settled' });
    expect(typesIn(answer)).toEqual(['payment.succeeded', 'payment.settled']);
    await runJobs(); // what the bank has queued besides finds nothing new
    expect(await countRows('events', 'object_id = $1', [link.id])).toBe(2);
  });

  it('200: authorises, settles, and fails as a dispute', async () => {
    const project = await createProject();
    const link = await make(project);
    await start(link); // the payer is at his bank already
    expect((await play(authorise, project, link.id)).json.result.status).toBe('succeeded');
    expect((await play(settle, project, link.id)).json.result.status).toBe('settled');
    const disputed = await play(failLink, project, link.id);
    expect(disputed.json.result).toMatchObject({ status: 'failed', failure_code: 'disputed_by_customer' });
    expect(typesIn(disputed)).toEqual(['payment.failed']);
    expect((await play(settle, project, link.id)).json.error.code).toBe('invalid_state');
  });

  it('200: fails before the payment, again and again, and is paid after all', async () => {
    const project = await createProject();
    const link = await make(project);
    for (let i = 0; i < 2; i += 1) {
      const failed = await play(failLink, project, link.id);
      expect(failed.json.result).toMatchObject({ status: 'failed', failure_code: 'insufficient_funds' });
      expect(typesIn(failed)).toEqual(['payment.failed']);
    }
    expect((await play(authorise, project, link.id)).json.result.status).toBe('succeeded');
  });

  it('200: replays byte for byte', async () => {
    const project = await createProject();
    const link = await make(project);
    const first = await play(authorise, project, link.id, 'once');
    const again = await play(authorise, project, link.id, 'once');
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([200, null]);
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([
      200,
      first.text,
      'true',
    ]);
    const refused = await play(authorise, project, link.id, 'twice');
    expect((await play(authorise, project, link.id, 'twice')).text).toBe(refused.text);
  });

  it('409: authorises nothing twice', async () => {
    const project = await createProject();
    const link = await make(project);
    await play(authorise, project, link.id);
    expect((await play(authorise, project, link.id)).json.error.code).toBe('invalid_state');
  });
});

describe('identity checks', () => {
  it.each([
    [pass, 'passed', 'identity_check.completed'],
    [failCheck, 'failed', 'identity_check.completed'],
    [review, 'needs_review', 'identity_check.needs_review'],
  ])('200: brings a pending check where it says', async (route, status, type) => {
    const project = await createProject();
    const check = await openCheck(project, individual('Slow'));
    const answer = await play(route, project, check.id);
    expect(answer.status).toBe(200);
    expect(identityCheckSimulationSchema.parse(answer.json)).toEqual(answer.json);
    expect([answer.json.result.status, typesIn(answer)]).toEqual([status, [type]]);
  });

  it('200, 409: a reviewer decides once', async () => {
    const project = await createProject();
    const check = await openCheck(project, individual('Review'));
    await runJobs();
    expect((await play(review, project, check.id)).json.error.code).toBe('invalid_state');
    expect((await play(pass, project, check.id)).json.result.status).toBe('passed');
    expect((await play(failCheck, project, check.id)).status).toBe(409);
  });
});

describe('decisions', () => {
  it.each([
    ['00000401', 'approved', ['application.created', 'application.submitted', 'decision.completed']],
    ['00000402', 'declined', ['application.created', 'application.submitted', 'decision.referred', 'decision.completed']],
    ['00000408', 'approved', ['application.created', 'application.submitted', 'decision.completed']],
  ])('200: resolves %s at once to %s', async (companyNumber, outcome, types) => {
    const project = await createProject();
    const { id, decision_id: decisionId } = await openApplication(project, { business: { company_number: companyNumber } }); // prettier-ignore
    const answer = await play(resolve, project, decisionId as string);
    expect(answer.status).toBe(200);
    expect(decisionSimulationSchema.parse(answer.json)).toEqual(answer.json);
    expect(answer.json.result.outcome).toBe(outcome);
    expect(typesIn(answer)).toEqual(types.slice(2));
    expect((await play(resolve, project, id)).json.error.code).toBe('invalid_state');
    await runJobs();
    expect(await eventTypesOf(id, decisionId)).toEqual(types);
  }); // prettier-ignore

  it('409: resolves nothing that was not submitted', async () => {
    const project = await createProject();
    const { id } = await openApplication(project, { submit: false });
    expect((await play(resolve, project, id)).json.error.code).toBe('invalid_state');
  });
});

describe('disbursements', () => {
  /** @param account ending of the payee's account number; nobody has asked the bank about it yet. */
  const make = async (project: ProjectSnapshot, account = '0001') =>
    ask(project, await accepted(project), { payee: { ...payee, account_number: `1234${account}` } });

  it('200: releases a request as two officers, sends it, settles it and returns it', async () => {
    const project = await createProject();
    const { id, application_id: applicationId } = await make(project);
    const released = await play(release, project, id);
    expect(released.status).toBe(200);
    expect(disbursementSimulationSchema.parse(released.json)).toEqual(released.json);
    expect(released.json.result).toMatchObject({ id, status: 'sent', payee_check: 'match', progress: { approvals: 2 } });
    expect(typesIn(released)).toEqual(['disbursement.released']);
    const settled = await play(settleMoney, project, id);
    expect(settled.json.result.status).toBe('settled');
    expect(typesIn(settled)).toEqual(['loan.disbursed', 'application.funded']);
    const returned = await play(returnMoney, project, id);
    expect(returned.json.result.status).toBe('returned');
    expect(typesIn(returned)).toEqual(['disbursement.returned']);
    await runJobs(); // what the release has queued besides finds nothing to do
    expect(await countRows('sandbox_rail_payments', "reference = 'CC' || upper(substr($1, 5))", [id])).toBe(1);
    expect(await countRows('events', 'object_id = $1', [applicationId])).toBeGreaterThan(0);
  }); // prettier-ignore

  it('200: settles a request in one call', async () => {
    const project = await createProject();
    const { id } = await make(project);
    const answer = await play(settleMoney, project, id);
    expect(answer.json.result.status).toBe('settled');
    expect(typesIn(answer)).toEqual(['disbursement.released', 'loan.disbursed', 'application.funded']);
  });

  it.each([
    ['0002', 'sent', 'settled'],
    ['0004', 'sent', 'settled'],
    ['0005', 'returned', null],
    ['0006', 'unknown', 'settled'],
    ['0007', 'unknown', 'settled'],
  ])('200: releases to what the payee …%s forces: %s', async (account, status, then) => {
    const project = await createProject();
    const { id } = await make(project, account);
    expect((await play(release, project, id)).json.result.status).toBe(status);
    expect(await statusOf(id)).toBe(status);
    const settled = await play(settleMoney, project, id);
    if (then === null) expect(settled.json.error.code).toBe('invalid_state');
    else expect(settled.json.result.status).toBe(then);
  });

  it('200: lets the payer find a lost answer at the bank by itself', async () => {
    const project = await createProject();
    const { id } = await make(project, '0007');
    await play(release, project, id);
    await jobHandlers['payer.sweep']({}, { signal: AbortSignal.timeout(5_000), attempt: 1 });
    expect(await statusOf(id)).toBe('sent');
  });

  it('200: replays byte for byte', async () => {
    const project = await createProject();
    const { id } = await make(project);
    const first = await play(release, project, id, 'once');
    expect((await play(release, project, id, 'once')).text).toBe(first.text);
  });

  it.each([
    ['release', release],
    ['settle', settleMoney],
    ['return', returnMoney],
  ])('422 payee_not_verified: %s with a payee in another name', async (_, route) => {
    const project = await createProject();
    const { id } = await make(project, '0003');
    const answer = await play(route, project, id);
    expect([answer.status, answer.json.error.code]).toEqual([422, 'payee_not_verified']);
    expect(await statusOf(id)).toBe('requested');
  });

  it('409: releases nothing twice, settles nothing returned', async () => {
    const project = await createProject();
    const { id } = await make(project);
    await play(returnMoney, project, id);
    for (const route of [release, settleMoney, returnMoney])
      expect((await play(route, project, id)).json.error.code).toBe('invalid_state');
  });

  it('uses no cap and heeds no stop: no money moves', async () => {
    const project = await createProject();
    const { id } = await make(project);
    await ownerQuery("INSERT INTO money_out_stops (id, reason, stopped_by, stopped_at) VALUES ($1, 'x', 'usr_1', now())", [newId('mos')]);
    expect((await play(settleMoney, project, id)).json.result.status).toBe('settled');
  }); // prettier-ignore
});

describe('the clock', () => {
  it('200: lets happen what falls due, in the order of its time', async () => {
    const project = await createProject();
    const referred = await openApplication(project, { business: { company_number: '00000402' } });
    const approved = await openApplication(project);
    await runJobs(); // decided, and referred
    const slow = await openApplication(project, { business: { company_number: '00000408' } });
    const check = await openCheck(project, individual('Slow'));
    await runJobs(); // both wait for half a minute
    const link = await make(project, { expires_in_days: 1 });
    const authorising = await make(project, { expires_in_days: 2 });
    await start(authorising);
    const answer = await move(project, { seconds: 40 * day });
    expect(answer.status).toBe(200);
    expect(clockSimulationSchema.parse(answer.json)).toEqual(answer.json);
    const { happened, complete } = answer.json.result;
    expect(complete).toBe(true);
    expect(happened.map((one: { job: string; object_id: string }) => [one.job, one.object_id])).toEqual([
      ['applications.review', referred.id],
      ...(happened[1].object_id === slow.id ? [['applications.review', slow.id], ['identity_checks.verify', check.id]] : [['identity_checks.verify', check.id], ['applications.review', slow.id]]),
      ['payment_links.poll', authorising.id],
      ['payment_links.expire', link.id],
      ['payment_links.expire', authorising.id],
      ['applications.expire', approved.id],
      ['applications.expire', slow.id],
    ]); // prettier-ignore
    const due = happened.map((one: { due: string }) => one.due);
    expect(due).toEqual([...due].toSorted());
    expect(typesIn(answer).toSorted()).toEqual(
      ['application.expired', 'application.expired', 'decision.completed', 'decision.completed', 'identity_check.completed', 'payment.expired', 'payment.expired', 'payment.failed'],
    ); // prettier-ignore
    const created = answer.json.events.map((event: { created: string }) => event.created);
    expect(created).toEqual([...created].toSorted());
    const [row] = await ownerQuery<{ seconds: number }>(
      'SELECT clock_offset_seconds AS seconds FROM projects WHERE id = $1',
      [project.id],
    );
    expect(row?.seconds).toBe(40 * day);
  });

  it('200: moves one project only, and by the sum of all moves', async () => {
    const [project, other] = [await createProject(), await createProject()];
    const foreign = await make(other, { expires_in_days: 1 });
    await move(project, { seconds: day });
    const { json } = await move(project, { seconds: 2 * day });
    expect(json.result).toMatchObject({ offset_seconds: 3 * day, advanced_seconds: 2 * day, happened: [] });
    expect(await countRows('payment_links', "id = $1 AND status = 'open'", [foreign.id])).toBe(1);
  });

  it('200: leaves what waits on business time waiting for the rest', async () => {
    const project = await createProject();
    const check = await openCheck(project, individual('Slow'));
    await runJobs();
    expect((await move(project, { seconds: 10 })).json.result.happened).toEqual([]);
    const { json } = await move(project, { seconds: 21 });
    expect(json.result.happened).toMatchObject([{ job: 'identity_checks.verify', object_id: check.id }]);
  });

  it.each([
    [{}, 'parameter_missing'],
    [{ seconds: 0 }, 'invalid_value'],
    [{ seconds: 31_536_001 }, 'invalid_value'],
    [{ seconds: 1.5 }, 'invalid_value'],
    [{ seconds: '60' }, 'invalid_value_type'],
  ])('422: %j', async (body, code) => {
    const answer = await move(await createProject(), body);
    expect([answer.status, answer.json.error.code]).toEqual([422, code]);
  });
});

const routes: [string, Route, string, Scope | undefined][] = [
  ['authorise', authorise, 'plk_01kc2m3n4p5q6r7s8t9v0w1x2y', 'payments:write'],
  ['settle', settle, 'plk_01kc2m3n4p5q6r7s8t9v0w1x2y', 'payments:write'],
  ['fail link', failLink, 'plk_01kc2m3n4p5q6r7s8t9v0w1x2y', 'payments:write'],
  ['pass', pass, 'idc_01kc2m3n4p5q6r7s8t9v0w1x2y', 'identity:write'],
  ['fail check', failCheck, 'idc_01kc2m3n4p5q6r7s8t9v0w1x2y', 'identity:write'],
  ['review', review, 'idc_01kc2m3n4p5q6r7s8t9v0w1x2y', 'identity:write'],
  ['release', release, 'dsb_01kc2m3n4p5q6r7s8t9v0w1x2y', 'disbursements:write'],
  ['settle disbursement', settleMoney, 'dsb_01kc2m3n4p5q6r7s8t9v0w1x2y', 'disbursements:write'],
  ['return', returnMoney, 'dsb_01kc2m3n4p5q6r7s8t9v0w1x2y', 'disbursements:write'],
  ['resolve', resolve, 'dec_01kc2m3n4p5q6r7s8t9v0w1x2y', 'decisions:write'],
];

describe.each(routes)('%s', (_, route, id, scope) => {
  it('403 sandbox_only in live', async () => {
    const answer = await play(route, await createProject({ livemode: true }), id);
    expect([answer.status, answer.json.error.code]).toEqual([403, 'sandbox_only']);
  });

  it('403 insufficient_scope with every scope but its own', async () => {
    const { scopes } = await import('@/lib/core/scopes');
    const token = await mint(await createProject(), scopes.filter((other) => other !== scope)); // prettier-ignore
    const answer = await callRoute(route.POST, { method: 'POST', path: `/x/${id}`, params: { id }, token });
    expect([answer.status, answer.json.error.code]).toEqual([403, 'insufficient_scope']);
  });

  it('404 for an unknown id', async () => {
    const answer = await play(route, await createProject(), id);
    expect([answer.status, answer.json.error.code]).toEqual([404, 'resource_not_found']);
  });
});

it('clock: 403 sandbox_only in live', async () => {
  const answer = await move(await createProject({ livemode: true }), { seconds: 1 });
  expect([answer.status, answer.json.error.code]).toEqual([403, 'sandbox_only']);
});

it('404 for another project’s objects', async () => {
  const link = await make(await createProject());
  expect((await play(settle, await createProject(), link.id)).status).toBe(404);
  expect(tokenOf(link)).toHaveLength(69);
});
