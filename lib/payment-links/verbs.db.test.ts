// Each verb on a real database: what it changes, its one audit entry, its event, and whom it does not know.
import { describe, expect, it } from 'vitest';
import type { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { prisma } from '@/lib/db';
import { open as openApplication } from '@/lib/applications/testing';
import {
  decideAtSimulatedBank,
  disputeAtSimulatedBank,
  pisp,
  ProviderUnavailable,
  settleAtSimulatedBank,
  type Pisp,
} from '@/lib/providers';
import {
  createProject,
  inWriteContext,
  copyRow,
  listCosts,
  ownerQuery,
  planModes,
  readContext,
  runJobs,
} from '@/lib/testing';
import { fromStoredObject, type WireObject } from '@/lib/webhooks';
import { cancelPaymentLink } from './cancel';
import { expirePaymentLinks } from './expire';
import { listPaymentLinks } from './list';
import { pollPayments } from './poll';
import { readPaymentLink } from './read';
import { pages } from './repository';
import { listPaymentLinksSchema } from './schemas';
import { startPayment } from './start';
import {
  attemptIdOf,
  attemptsOf,
  auditActsOf,
  eventTypesOf,
  factsOf,
  make,
  start,
  tell,
  tokenOf,
  traces,
} from './testing';
import { viewForPayer } from './view';

const codeOf = (work: Promise<unknown>) => work.then(() => 'no refusal', (error: ApiError) => error.code); // prettier-ignore

type Project = Awaited<ReturnType<typeof createProject>>;
const cancel = (project: Project, id: string) =>
  inWriteContext(project, (ctx) => cancelPaymentLink({ ctx, input: { id } }));
const read = (project: Project, id: string) => readPaymentLink({ ctx: readContext(project), input: { id } });
const advance = (project: Project, seconds: number) =>
  prisma().project.update({ where: { id: project.id }, data: { clockOffsetSeconds: seconds } });
const days = 86_400;

/** A provider that is away; `answers` says what of it still works. */
const outage = (answers: Partial<Pisp> = {}): Pisp => ({
  ...pisp(false),
  initiate: () => Promise.reject(new ProviderUnavailable('payment initiation service')),
  status: () => Promise.reject(new ProviderUnavailable('payment initiation service')),
  ...answers,
});
const duePolls = (linkId: string) =>
  ownerQuery(`UPDATE payment_attempts SET next_poll_at = now() WHERE link_id = $1 AND next_poll_at IS NOT NULL`, [linkId]); // prettier-ignore

describe('create and read', () => {
  it('makes an open link and shows it again', async () => {
    const project = await createProject();
    const application = await openApplication(project, { submit: false });
    const given = {
      description: 'March', payer: { name: 'Ada', email: 'ada@example.com' }, application_id: application.id,
      return_url: 'https://partner.example/paid', expires_in_days: 3, metadata: { a: 'b' },
    }; // prettier-ignore
    const link = await make(project, given);
    expect(link).toMatchObject({
      object: 'payment_link', livemode: false, status: 'open', amount_pence: 12_500, currency: 'GBP',
      reference: 'INV-1001', failure_code: null, refund_due_pence: 0, ...given,
    }); // prettier-ignore
    expect(Object.keys(link).slice(0, 4)).toEqual(['id', 'object', 'livemode', 'created']);
    expect(Date.parse(link.expires_at) - Date.parse(link.created)).toBe(3 * days * 1_000);
    expect(await read(project, link.id)).toEqual(link);
    expect(await auditActsOf(link.id)).toEqual(['payment_link.create']);
    expect(await eventTypesOf(link.id)).toEqual([]);
  });

  it('shows absent fields as null and lives for seven days', async () => {
    const link = await make(await createProject());
    expect(link).toMatchObject({ description: null, payer: null, application_id: null, return_url: null, metadata: null, expires_in_days: 7 }); // prettier-ignore
  });

  it('knows no application but the project’s own', async () => {
    const project = await createProject();
    const foreign = await openApplication(await createProject(), { submit: false });
    const before = await traces();
    for (const id of [foreign.id, newId('app'), 'nonsense']) {
      expect(await codeOf(make(project, { application_id: id }))).toBe('resource_not_found');
    }
    expect(await traces()).toEqual(before);
  });

  it('has an address of 128 bits and more that no row tells', async () => {
    const link = await make(await createProject());
    const token = tokenOf(link);
    expect(token).toMatch(/^[0-9a-hjkmnp-tv-z]{26}[A-Za-z0-9_-]{43}$/);
    const secret = token.slice(26);
    const dump = await ownerQuery<{ row: string }>(`SELECT l::text AS row FROM payment_links l WHERE id = $1`, [link.id]); // prettier-ignore
    expect(dump[0]!.row).not.toContain(secret);
    expect((await viewForPayer(token))?.id).toBe(link.id);
    const other = await make(await createProject());
    for (const wrong of [
      tokenOf(other).slice(0, 26) + secret,
      `${token}x`,
      token.slice(0, -1),
      token.slice(0, 26),
      '',
    ]) {
      expect(await viewForPayer(wrong)).toBeNull();
      expect(await codeOf(startPayment({ token: wrong, bankId: 'northbank' }))).toBe('resource_not_found');
    }
    expect((await factsOf(other.id))?.status).toBe('open');
  });
});

describe('cancel', () => {
  it('ends a link that nobody is paying, once', async () => {
    const project = await createProject();
    const link = await make(project, { payer: { email: 'ada@example.com' } });
    expect(await cancel(project, link.id)).toMatchObject({ status: 'cancelled' });
    expect(await codeOf(cancel(project, link.id))).toBe('invalid_state');
    expect(await codeOf(start(link))).toBe('invalid_state');
    expect(await eventTypesOf(link.id)).toEqual(['payment.cancelled']);
    expect(await auditActsOf(link.id)).toEqual(['payment_link.create', 'payment_link.cancel']);
    const [event] = await ownerQuery<{ id: string; object: WireObject; previous: object }>(
      'SELECT id, object, previous FROM events WHERE object_id = $1', [link.id]); // prettier-ignore
    expect(event?.previous).toEqual({ status: 'open' });
    expect(event?.object).not.toHaveProperty('payer');
    expect(JSON.stringify(event?.object)).not.toContain(tokenOf(link).slice(26));
    expect(fromStoredObject(event!.id, event!.object)).toMatchObject({ id: link.id, status: 'cancelled', url: link.url }); // prettier-ignore
  });

  it('cannot end one that is being paid or is paid', async () => {
    const project = await createProject();
    const link = await make(project);
    const attempt = await start(link);
    expect(await codeOf(cancel(project, link.id))).toBe('invalid_state');
    await tell(attempt, 'failed', { failureCode: 'insufficient_funds' });
    const again = await start(link);
    await tell(again, 'succeeded');
    expect(await codeOf(cancel(project, link.id))).toBe('invalid_state');
    await tell(again, 'settled');
    expect(await codeOf(cancel(project, link.id))).toBe('invalid_state');
  });
});

describe('expire', () => {
  it('goes by each project’s own clock, from open and failed only', async () => {
    const project = await createProject();
    const neighbour = await createProject();
    const [open, failed, underWay, paid] = [await make(project), await make(project), await make(project), await make(project)]; // prettier-ignore
    const theirs = await make(neighbour);
    await tell(await start(failed), 'failed');
    const live = await start(underWay);
    await tell(await start(paid), 'settled');
    await expirePaymentLinks();
    expect((await factsOf(open.id))?.status).toBe('open');
    await advance(project, 7 * days + 60);
    expect((await viewForPayer(tokenOf(open)))?.status).toBe('expired');
    expect(await codeOf(start(open))).toBe('invalid_state');
    await expirePaymentLinks();
    const statuses = await Promise.all([open, failed, underWay, paid, theirs].map(async ({ id }) => (await factsOf(id))?.status)); // prettier-ignore
    expect(statuses).toEqual(['expired', 'expired', 'authorising', 'settled', 'open']);
    expect(await eventTypesOf(open.id)).toEqual(['payment.expired']);
    expect((await auditActsOf(open.id)).at(-1)).toBe('payment_link.expire');
    // What was under way ends first; then the clock has its turn.
    await tell(live, 'failed');
    await expirePaymentLinks();
    expect((await factsOf(underWay.id))?.status).toBe('expired');
  });

  it('leaves a disputed payment what it is', async () => {
    const project = await createProject();
    const link = await make(project);
    const attempt = await start(link);
    await tell(attempt, 'settled');
    await tell(attempt, 'disputed');
    await advance(project, 60 * days);
    await expirePaymentLinks();
    expect(await factsOf(link.id)).toMatchObject({ status: 'failed', failure_code: 'disputed_by_customer' });
    expect(await codeOf(start(link))).toBe('invalid_state');
  });
});

describe('the sandbox bank', () => {
  it('has a yes told by signed callbacks, the settlement later', async () => {
    const project = await createProject();
    const link = await make(project);
    const { authoriseUrl } = await startPayment({ token: tokenOf(link), bankId: 'northbank' });
    expect((await read(project, link.id)).status).toBe('authorising');
    const session = authoriseUrl.split('/').at(-1)!;
    expect(await decideAtSimulatedBank(session, 'approve')).toEqual({ returnUrl: link.url });
    // A second press, or a change of mind, comes too late.
    expect(await decideAtSimulatedBank(session, 'insufficient_funds')).toEqual({ returnUrl: link.url });
    expect((await read(project, link.id)).status).toBe('authorising');
    expect(await runJobs()).toEqual(['pisp.send_callback']);
    expect((await read(project, link.id)).status).toBe('succeeded');
    await ownerQuery(`UPDATE graphile_worker._private_jobs SET run_at = now()`);
    expect(await runJobs()).toEqual(['pisp.settle_simulated', 'pisp.send_callback']);
    expect((await read(project, link.id)).status).toBe('settled');
    expect(await eventTypesOf(link.id)).toEqual(['payment.succeeded', 'payment.settled']);
    expect(await auditActsOf(link.id)).toEqual(['payment_link.create', 'payment_link.start', 'payment_link.succeed', 'payment_link.settle']); // prettier-ignore
  });

  it('has a no told with its reason, and takes another try', async () => {
    const project = await createProject();
    const link = await make(project);
    for (const reason of ['insufficient_funds', 'technical_error'] as const) {
      const { authoriseUrl } = await startPayment({ token: tokenOf(link), bankId: 'thistle' });
      await decideAtSimulatedBank(authoriseUrl.split('/').at(-1)!, reason);
      await runJobs();
      expect(await read(project, link.id)).toMatchObject({ status: 'failed', failure_code: reason });
    }
    expect(await eventTypesOf(link.id)).toEqual(['payment.failed', 'payment.failed']);
    expect(await attemptsOf(link.id)).toHaveLength(2);
  });

  it('has a payment that was called back told as disputed, once', async () => {
    const project = await createProject();
    const link = await make(project);
    const { authoriseUrl } = await startPayment({ token: tokenOf(link), bankId: 'northbank' });
    expect(await disputeAtSimulatedBank(attemptIdOf(authoriseUrl))).toBe(false); // nothing was paid yet
    await decideAtSimulatedBank(authoriseUrl.split('/').at(-1)!, 'approve');
    await runJobs();
    expect(await disputeAtSimulatedBank(attemptIdOf(authoriseUrl))).toBe(true);
    expect(await disputeAtSimulatedBank(attemptIdOf(authoriseUrl))).toBe(false);
    await runJobs();
    expect(await read(project, link.id)).toMatchObject({
      status: 'failed',
      failure_code: 'disputed_by_customer',
    });
    expect(await eventTypesOf(link.id)).toEqual(['payment.succeeded', 'payment.failed']);
  });

  it('serves simulated live with keys of its own', async () => {
    const project = await createProject({ livemode: true });
    const link = await make(project);
    const attempt = await start(link);
    expect(await tell(attempt, 'settled')).toBe('unknown'); // the sandbox's word about a live payment
    expect(await tell(attempt, 'settled', { provider: 'simulated_live' })).toBe('applied');
    expect((await read(project, link.id)).status).toBe('settled');
  });
});

describe('an outage of the provider', () => {
  it('leaves authorising, and the poll finds out later', async () => {
    const project = await createProject();
    const link = await make(project);
    const away = outage();
    await expect(startPayment({ token: tokenOf(link), bankId: 'severn', provider: away })).rejects.toThrow(ProviderUnavailable); // prettier-ignore
    expect((await factsOf(link.id))?.status).toBe('authorising');
    await duePolls(link.id);
    expect(await pollPayments({ providerFor: () => away })).toBe(0);
    expect((await factsOf(link.id))?.status).toBe('authorising');
    // Back, and it never got the order: at first that says nothing.
    await duePolls(link.id);
    await pollPayments();
    expect((await factsOf(link.id))?.status).toBe('authorising');
    await advance(project, 16 * 60);
    await duePolls(link.id);
    expect(await pollPayments()).toBe(1);
    expect(await factsOf(link.id)).toMatchObject({ status: 'failed', failure_code: 'technical_error' });
    expect((await auditActsOf(link.id)).at(-1)).toBe('payment_link.fail');
    await start(link); // and it can be paid again
  });

  it('loses no money: a try given up too early is counted when it settles', async () => {
    const link = await make(await createProject());
    const attempt = await start(link);
    await tell(attempt, 'failed');
    await tell(attempt, 'settled');
    expect(await factsOf(link.id)).toMatchObject({
      status: 'settled',
      failure_code: null,
      refund_due_pence: 0,
    });
    expect(await eventTypesOf(link.id)).toEqual(['payment.failed', 'payment.succeeded', 'payment.settled']);
  });
});

describe('the poll', () => {
  it('makes up for callbacks that were lost', async () => {
    const link = await make(await createProject());
    const { authoriseUrl } = await startPayment({ token: tokenOf(link), bankId: 'lantern' });
    const session = authoriseUrl.split('/').at(-1)!;
    await decideAtSimulatedBank(session, 'approve');
    await settleAtSimulatedBank(`pat_${session.slice(0, 26)}`);
    await ownerQuery(`DELETE FROM graphile_worker._private_jobs`); // every callback is lost
    expect(await pollPayments()).toBe(0); // not its turn yet
    await duePolls(link.id);
    expect(await pollPayments()).toBe(1);
    expect((await factsOf(link.id))?.status).toBe('settled');
    expect(await eventTypesOf(link.id)).toEqual(['payment.succeeded', 'payment.settled']);
    await duePolls(link.id);
    expect(await pollPayments()).toBe(0);
  });

  it('gives a payer who left the bank another try after 15 minutes', async () => {
    const project = await createProject();
    const link = await make(project);
    await start(link);
    await duePolls(link.id);
    await pollPayments();
    expect((await factsOf(link.id))?.status).toBe('authorising');
    await advance(project, 15 * 60 + 1);
    await duePolls(link.id);
    await pollPayments();
    expect(await factsOf(link.id)).toMatchObject({ status: 'failed', failure_code: 'technical_error' });
  });
});

describe('another tenant', () => {
  it('finds nothing of ours, by any id', async () => {
    const project = await createProject();
    const link = await make(project);
    for (const stranger of [
      await createProject(),
      await createProject({ livemode: true, partnerId: project.partnerId }),
    ]) {
      const before = await traces();
      for (const probe of [() => read(stranger, link.id), () => cancel(stranger, link.id)]) {
        expect(await codeOf(probe())).toBe('resource_not_found');
      }
      expect(await traces()).toEqual(before);
      expect((await listPaymentLinks({ ctx: readContext(stranger), input: { limit: 100 } })).data).toEqual(
        [],
      );
    }
  });
});

describe('list', () => {
  const query = (given: Record<string, string>) => listPaymentLinksSchema.parse(given);

  it('pages newest first, filters, and binds cursors', async () => {
    const project = await createProject();
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1)
      made.push((await make(project, { reference: index < 3 ? 'A' : 'B' })).id);
    const list = (given: Record<string, string>) =>
      listPaymentLinks({ ctx: readContext(project), input: query(given) });
    const first = await list({ limit: '2' });
    const second = await list({ limit: '10', cursor: first.next_cursor! });
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(made.toSorted().toReversed());
    await cancel(project, made[0]!);
    expect((await list({ reference: 'A' })).data).toHaveLength(3);
    expect((await list({ status: 'open' })).data).toHaveLength(4);
    expect((await list({ status: 'open', reference: 'A' })).data).toHaveLength(2);
    expect((await list({ created_after: '2100-01-01T00:00:00Z' })).data).toHaveLength(0);
    expect(await codeOf(list({ reference: 'A', cursor: first.next_cursor! }))).toBe('cursor_invalid');
  });

  it('reads a page from the index that fits its filters, whatever the history', async () => {
    const project = await createProject();
    // A long history, and a neighbour's longer one behind it.
    await copyRow('payment_links', (await make(project)).id, 1, 3_000);
    await copyRow('payment_links', (await make(await createProject())).id, 3_001, 9_000);
    const wanted = { reference: 'nobody', status: 'failed' };
    expect(await listCosts(pages, 'payment_links', project.id, wanted)).toEqual(
      Object.fromEntries(
        planModes.flatMap((mode) => [
          [`payment_link_page, ${mode}`, 21],
          [`payment_link_page_reference, ${mode}`, 0],
          [`payment_link_page_status, ${mode}`, 0],
          [`payment_link_page_reference_status, ${mode}`, 0],
        ]),
      ),
    );
    await ownerQuery(`DELETE FROM payment_links WHERE id LIKE 'plk_0000000000%'`);
  });
});
