// Each verb on a real database: what it changes, its one audit entry, its event, and whom it does not know.
import { afterEach, describe, expect, it } from 'vitest';
import { auditActsOf, eventTypesOf, open as openApplication } from '@/lib/applications/testing';
import type { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { forgetSingleton } from '@/lib/core/singleton';
import { prisma, withTransaction } from '@/lib/db';
import { concludeIdentityCheck, eraseSubject } from '@/lib/identity-checks';
import { simulatedFindings, type FindingResult } from '@/lib/providers';
import {
  applicationQuery,
  countRows,
  createProject,
  inWriteContext,
  copyRow,
  listCosts,
  ownerQuery,
  planModes,
  readContext,
  runJobs,
} from '@/lib/testing';
import { listIdentityChecks } from './list';
import { readIdentityCheck } from './read';
import { lockCheck, pages, updateCheck } from './repository';
import { resumeVerifications } from './resume-verifications';
import { listIdentityChecksSchema } from './schemas';
import { business, individual, open, secretWords, statusOf, verify } from './testing';

const codeOf = (work: Promise<unknown>) => work.then(() => 'no refusal', (error: ApiError) => error.code); // prettier-ignore

type Project = Awaited<ReturnType<typeof createProject>>;
const readCheck = (project: Project, id: string) =>
  readIdentityCheck({ ctx: readContext(project), input: { id } });
const list = (project: Project, filters: object = {}) =>
  listIdentityChecks({ ctx: readContext(project), input: listIdentityChecksSchema.parse(filters) });
const conclude = (project: Project, id: string, outcome: FindingResult) =>
  inWriteContext(project, (ctx) =>
    concludeIdentityCheck({ ctx, input: { id, findings: simulatedFindings('individual', outcome) } }),
  );
const erase = (checkId: string) =>
  withTransaction((tx) => eraseSubject({ ctx: { tx, actor: { kind: 'system', job: 'test' } }, input: { checkId } })); // prettier-ignore
const isQueued = async (key: string) =>
  (await ownerQuery('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [key])).length === 1;

interface StoredEvent {
  type: string;
  object: Record<string, unknown>;
  previous: unknown;
}
const eventsOf = (id: string) =>
  ownerQuery<StoredEvent>('SELECT type, object, previous FROM events WHERE object_id = $1 ORDER BY id', [id]);

/** Everything that lies in the database, as text. Bytes are shown as themselves where they are readable. */
async function everythingStored(): Promise<string> {
  const tables = await ownerQuery<{ schema: string; name: string }>(
    `SELECT schemaname AS schema, tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker')`,
  );
  const texts: string[] = [];
  for (const { schema, name } of tables) {
    for (const row of await ownerQuery(`SELECT * FROM ${schema}.${name}`)) {
      texts.push(JSON.stringify(row, (_, value) => {
        if (value?.type === 'Buffer') return Buffer.from(value.data).toString('latin1');
        return value;
      })); // prettier-ignore
    }
  }
  return texts.join('\n').toLowerCase();
}

describe('create', () => {
  it('opens a check, masked, with its job and without an event', async () => {
    const project = await createProject();
    const { id: applicationId } = await openApplication(project);
    const check = await open(project, {
      ...individual('Lovelace'),
      application_id: applicationId,
      reference: 'r-1',
      metadata: { a: 'b' },
    });
    expect(check).toEqual({
      id: expect.stringMatching(/^idc_/), object: 'identity_check', livemode: false, created: check.updated,
      updated: check.created, status: 'pending', type: 'individual',
      subject: { first_name: 'W', last_name: 'L', date_of_birth: '1980-••-••',
        address: { postcode: 'LL61', country: 'GB' }, nationality: null },
      business: null, application_id: applicationId, reference: 'r-1', metadata: { a: 'b' }, checks: [],
    }); // prettier-ignore
    expect(Object.keys(check).slice(0, 4)).toEqual(['id', 'object', 'livemode', 'created']);
    expect(await readCheck(project, check.id)).toEqual(check);
    expect(await auditActsOf(check.id)).toEqual(['identity_check.create']);
    expect(await eventTypesOf(check.id)).toEqual([]);
    expect(await isQueued(`identity:${check.id}`)).toBe(true);
  });

  it('knows no application but the project’s own', async () => {
    const [project, stranger] = [await createProject(), await createProject()];
    const { id: foreign } = await openApplication(stranger);
    const before = await countRows('identity_subjects');
    for (const application_id of [foreign, newId('app'), 'nonsense']) {
      expect(await codeOf(open(project, { ...individual('Pass'), application_id }))).toBe(
        'resource_not_found',
      );
    }
    expect(await countRows('identity_checks', 'project_id = $1', [project.id])).toBe(0);
    expect(await countRows('identity_subjects')).toBe(before);
  });

  it.each(['1899-12-31', '2999-01-01'])('refuses a person born on %s', async (date_of_birth) => {
    const project = await createProject();
    const subject = { ...individual('Pass').subject, date_of_birth };
    expect(await codeOf(open(project, { type: 'individual', subject }))).toBe('invalid_value');
  });

  it('keeps one key for a person told twice in one project, and one for each project', async () => {
    const [project, neighbour] = [await createProject(), await createProject()];
    const again = { ...individual(' LOVELACE'), reference: 'other words' };
    const checks = await Promise.all([open(project, individual('Lovelace')), open(project, again)]);
    await open(project, individual('Byron'));
    await open(neighbour, individual('Lovelace'));
    expect(await countRows('identity_subjects', 'project_id = $1', [project.id])).toBe(2);
    expect(await countRows('identity_subjects', 'project_id = $1', [neighbour.id])).toBe(1);
    for (const { id } of checks) expect((await readCheck(project, id)).subject?.last_name).toBe('L');
  });
});

describe('encryption at rest', () => {
  it('leaves no word of a person anywhere in the database', async () => {
    const project = await createProject();
    const surnames = ['Featherstonehaugh', 'Fail', 'Review'];
    for (const surname of surnames) {
      const subject = { ...individual(surname).subject, nationality: 'GB' };
      await verify((await open(project, { type: 'individual', subject })).id);
    }
    const stored = await everythingStored();
    expect(stored).toContain('identity_check.completed'); // it does see the rows
    for (const word of [...secretWords, 'featherstonehaugh']) expect(stored).not.toContain(word);
  });

  it('binds each check’s words to that check', async () => {
    const project = await createProject();
    const [one, other] = [await open(project, individual('Pass')), await open(project, individual('Pass'))];
    await ownerQuery(
      `UPDATE identity_checks SET personal_encrypted = (SELECT personal_encrypted FROM identity_checks WHERE id = $1)
       WHERE id = $2`, [one.id, other.id]); // prettier-ignore
    await expect(readCheck(project, other.id)).rejects.toThrow();
    await ownerQuery('DELETE FROM graphile_worker._private_jobs');
    await ownerQuery('DELETE FROM identity_checks WHERE id = $1', [other.id]);
  });
});

describe('verify', () => {
  it.each([
    ['Pass', 'passed', 'identity_check.completed', 'identity_check.pass', undefined],
    ['Lovelace', 'passed', 'identity_check.completed', 'identity_check.pass', undefined],
    ['Fail', 'failed', 'identity_check.completed', 'identity_check.fail', 'address'],
    ['Review', 'needs_review', 'identity_check.needs_review', 'identity_check.refer', 'document'],
    ['Sanctioned', 'failed', 'identity_check.completed', 'identity_check.fail', 'sanctions'],
  ])('%s: %s', async (surname, status, event, act, blamed) => {
    const project = await createProject();
    const opened = await open(project, { ...individual(surname), reference: 'r-2' });
    await verify(opened.id);
    const check = await readCheck(project, opened.id);
    expect(check.status).toBe(status);
    expect(check.checks.map(({ kind }) => kind)).toEqual(['name', 'address', 'date_of_birth', 'document', 'sanctions', 'pep']); // prettier-ignore
    expect(check.checks.find(({ result }) => result !== 'passed')?.kind).toBe(blamed);
    expect(await auditActsOf(check.id)).toEqual(['identity_check.create', act]);
    const { subject: _, ...shown } = check;
    const previous = { status: 'pending', checks: [] };
    expect(await eventsOf(check.id)).toEqual([{ type: event, object: shown, previous }]);
  });

  it.each([
    [false, '00000401', 'Healthy Limited', 'passed'],
    [false, '00000409', 'Dissolved Ltd', 'failed'],
    [false, '00000402', 'Other Ltd', 'needs_review'],
    [true, 'ZZ000401', 'Healthy Ltd', 'passed'],
    [true, '00000401', 'Healthy Ltd', 'failed'],
  ])('livemode %s, company %s %s: %s', async (livemode, companyNumber, name, status) => {
    const project = await createProject({ livemode });
    const check = await open(project, business(companyNumber, name));
    await verify(check.id);
    expect(await readCheck(project, check.id)).toMatchObject({
      livemode,
      status,
      subject: null,
      business: { company_number: companyNumber, name },
    });
  });

  it('gives one outcome however often and at once it runs', async () => {
    const project = await createProject();
    const { id } = await open(project, individual('Pass'));
    await Promise.all(Array.from({ length: 12 }, () => verify(id)));
    await verify(id);
    expect(await eventTypesOf(id)).toEqual(['identity_check.completed']);
    expect(await auditActsOf(id)).toHaveLength(2);
  });

  it('gives one outcome when it is killed at the end and run again', async () => {
    const project = await createProject();
    const { id } = await open(project, individual('Fail'));
    await ownerQuery(`CREATE FUNCTION sever() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`);
    // The last statement of the transaction: everything before it is done, nothing is committed.
    await ownerQuery(`CREATE TRIGGER sever BEFORE INSERT ON events FOR EACH ROW WHEN (NEW.type LIKE 'identity%')
      EXECUTE FUNCTION sever()`);
    await expect(verify(id)).rejects.toThrow();
    expect([await statusOf(id), await auditActsOf(id)]).toEqual(['pending', ['identity_check.create']]);
    await ownerQuery('DROP TRIGGER sever ON events');
    await verify(id);
    expect(await statusOf(id)).toBe('failed');
    expect(await eventTypesOf(id)).toEqual(['identity_check.completed']);
    expect(await auditActsOf(id)).toEqual(['identity_check.create', 'identity_check.fail']);
  });

  it('comes back for Slow after 30 seconds of business time', async () => {
    const project = await createProject();
    const { id } = await open(project, individual('Slow'));
    await verify(id);
    expect(await statusOf(id)).toBe('pending');
    const [job] = await ownerQuery<{ wait: number }>(
      'SELECT extract(epoch FROM run_at - now())::float AS wait FROM graphile_worker.jobs WHERE key = $1',
      [`identity:${id}:wait`],
    );
    expect(job?.wait).toBeGreaterThan(20);
    expect(job?.wait).toBeLessThanOrEqual(30);
    expect(await eventTypesOf(id)).toEqual([]);
    await prisma().project.update({ where: { id: project.id }, data: { clockOffsetSeconds: 30 } });
    await verify(id);
    expect(await statusOf(id)).toBe('passed');
  });

  it('is done by the queue, and leaves Slow for later', async () => {
    await ownerQuery('DELETE FROM graphile_worker._private_jobs');
    const project = await createProject();
    const [pass, slow] = [await open(project, individual('Pass')), await open(project, individual('Slow'))];
    expect(await runJobs()).toEqual(['identity_checks.verify', 'identity_checks.verify']);
    expect([await statusOf(pass.id), await statusOf(slow.id)]).toEqual(['passed', 'pending']);
  });

  it('puts back a check whose job was lost', async () => {
    const project = await createProject();
    const { id } = await open(project, individual('Pass'));
    await ownerQuery('DELETE FROM graphile_worker._private_jobs');
    expect(await resumeVerifications()).toBeGreaterThanOrEqual(1);
    expect(await resumeVerifications()).toBe(0);
    expect(await isQueued(`identity:${id}`)).toBe(true);
  });
});

describe('without a provider', () => {
  afterEach(() => {
    process.env['LIVE_PROVIDERS'] = '';
    forgetSingleton('environment');
  });

  it('leaves a live check pending, and asks again once there is one', async () => {
    const project = await createProject({ livemode: true });
    const { id } = await open(project, individual('Pass'));
    process.env['LIVE_PROVIDERS'] = 'none';
    forgetSingleton('environment');
    await expect(verify(id)).rejects.toThrow('cannot be asked');
    expect(await statusOf(id)).toBe('pending');
    expect(await eventTypesOf(id)).toEqual([]);
    process.env['LIVE_PROVIDERS'] = '';
    forgetSingleton('environment');
    await verify(id);
    expect(await statusOf(id)).toBe('passed');
  });

  it('leaves a company pending of which the registry can say nothing', async () => {
    const project = await createProject({ livemode: true });
    const { id } = await open(project, business('12345678', 'Real Ltd'));
    await expect(verify(id)).rejects.toThrow('cannot be asked');
    expect(await statusOf(id)).toBe('pending');
  });
});

describe('conclude', () => {
  it('ends a review, once', async () => {
    const project = await createProject();
    const { id } = await open(project, individual('Review'));
    await verify(id);
    const check = await conclude(project, id, 'passed');
    expect(check.status).toBe('passed');
    expect(await codeOf(conclude(project, id, 'failed'))).toBe('invalid_state');
    expect(await eventTypesOf(id)).toEqual(['identity_check.needs_review', 'identity_check.completed']);
    expect(await auditActsOf(id)).toEqual(['identity_check.create', 'identity_check.refer', 'identity_check.pass']); // prettier-ignore
    const [, completed] = await eventsOf(id);
    expect(completed?.previous).toMatchObject({ status: 'needs_review' });
  });

  it('settles a pending check before the provider does, and has one winner', async () => {
    const project = await createProject();
    const { id } = await open(project, individual('Slow'));
    const outcomes = ['passed', 'failed', 'needs_review'] as const;
    const codes = await Promise.all(outcomes.map((outcome) => codeOf(conclude(project, id, outcome))));
    expect(codes).toContain('no refusal');
    await verify(id);
    const events = await eventTypesOf(id);
    expect(events.filter((type) => type === 'identity_check.completed').length).toBeLessThanOrEqual(1);
    expect(await auditActsOf(id)).toHaveLength(1 + events.length);
  });

  it('does not know another project’s check', async () => {
    const [project, stranger] = [await createProject(), await createProject()];
    const { id } = await open(project, individual('Review'));
    expect(await codeOf(conclude(stranger, id, 'passed'))).toBe('resource_not_found');
    expect(await codeOf(readCheck(stranger, id))).toBe('resource_not_found');
    expect((await list(stranger)).data).toEqual([]);
    expect(await statusOf(id)).toBe('pending');
  });
});

describe('list', () => {
  it('pages newest first and filters', async () => {
    const project = await createProject();
    const ids: string[] = [];
    for (const [index, surname] of ['Pass', 'Fail', 'Pass', 'Pass'].entries()) {
      const { id } = await open(project, { ...individual(surname), reference: `r-${index % 2}` });
      await verify(id);
      ids.unshift(id);
    }
    const idsOf = (page: Awaited<ReturnType<typeof list>>) => page.data.map(({ id }) => id);
    const first = await list(project, { limit: '3' });
    expect(idsOf(first)).toEqual(ids.slice(0, 3));
    const second = await list(project, { limit: '3', cursor: first.next_cursor });
    expect([idsOf(second), second.next_cursor]).toEqual([ids.slice(3), null]);
    expect(idsOf(await list(project, { status: 'failed' }))).toEqual([ids[2]]);
    expect(idsOf(await list(project, { reference: 'r-0' }))).toEqual([ids[1], ids[3]]);
    expect(idsOf(await list(project, { reference: 'r-1', status: 'passed' }))).toEqual([ids[0]]);
    const { created } = await readCheck(project, ids[1]!);
    expect(idsOf(await list(project, { created_after: created }))).toEqual(ids.slice(0, 2));
    expect(await codeOf(list(project, { cursor: first.next_cursor, status: 'failed' }))).toBe(
      'cursor_invalid',
    );
    const neighbour = await createProject();
    expect(await codeOf(list(neighbour, { limit: '3', cursor: first.next_cursor }))).toBe('cursor_invalid');
  });

  it('reads a page from the index that fits its filters, whatever the history', async () => {
    const project = await createProject();
    // A long history, and a neighbour's longer one behind it.
    await copyRow('identity_checks', (await open(project, individual('Pass'))).id, 1, 3_000);
    await copyRow(
      'identity_checks',
      (await open(await createProject(), individual('Pass'))).id,
      3_001,
      9_000,
    );
    const wanted = { reference: 'nobody', status: 'failed' };
    expect(await listCosts(pages, 'identity_checks', project.id, wanted)).toEqual(
      Object.fromEntries(
        planModes.flatMap((mode) => [
          [`identity_check_page, ${mode}`, 21],
          [`identity_check_page_reference, ${mode}`, 0],
          [`identity_check_page_status, ${mode}`, 0],
          [`identity_check_page_reference_status, ${mode}`, 0],
        ]),
      ),
    );
    await ownerQuery(`DELETE FROM identity_checks WHERE id LIKE 'idc_0000000000%'`);
  });
});

describe('erase', () => {
  it('erases one person from all his checks, and nobody else', async () => {
    const project = await createProject();
    const [one, two] = [await open(project, individual('Pass')), await open(project, individual('Pass'))];
    const other = await open(project, individual('Other'));
    for (const { id } of [one, two, other]) await verify(id);
    const before = await readCheck(project, other.id);
    await erase(one.id);
    for (const { id } of [one, two]) {
      expect(await readCheck(project, id)).toMatchObject({
        subject: null,
        status: 'passed',
        type: 'individual',
      });
    }
    expect(await readCheck(project, other.id)).toEqual(before);
    expect((await list(project)).data).toHaveLength(3);
    const [row] = await ownerQuery<{ id: string; fingerprint: unknown; key: unknown; erased: Date }>(
      `SELECT s.id, fingerprint, data_key_encrypted AS key, erased_at AS erased
       FROM identity_subjects s JOIN identity_checks c ON c.subject_id = s.id WHERE c.id = $1`, [one.id]); // prettier-ignore
    expect(row).toMatchObject({ fingerprint: null, key: null, erased: expect.any(Date) });
    expect(await auditActsOf(row!.id)).toEqual(['identity_subject.erase']);
    await erase(two.id);
    expect(await auditActsOf(row!.id)).toHaveLength(1);
  });

  it('does not find the person again', async () => {
    const project = await createProject();
    const erased = await open(project, individual('Pass'));
    await erase(erased.id);
    const fresh = await open(project, individual('Pass'));
    expect((await readCheck(project, fresh.id)).subject).not.toBeNull();
    expect((await readCheck(project, erased.id)).subject).toBeNull();
  });

  it('fails what is still pending, and leaves a finished check as it was', async () => {
    const project = await createProject();
    const finished = await open(project, individual('Slow'));
    await conclude(project, finished.id, 'passed');
    const waiting = await open(project, individual('Slow'));
    await erase(finished.id);
    expect([await statusOf(finished.id), await statusOf(waiting.id)]).toEqual(['passed', 'failed']);
    expect(await eventTypesOf(waiting.id)).toEqual(['identity_check.completed']);
    await verify(waiting.id);
    expect(await statusOf(waiting.id)).toBe('failed');
  });

  it('loses nobody who is told of at the same moment', async () => {
    const project = await createProject();
    const { id } = await open(project, individual('Pass'));
    const [, added] = await Promise.all([erase(id), open(project, individual('Pass'))]);
    // Told before the erasure he is erased with the rest; after it he is somebody new.
    const { subject, status } = await readCheck(project, added.id);
    expect(subject === null ? status : 'pending').toBe(subject === null ? 'failed' : 'pending');
    expect((await readCheck(project, id)).subject).toBeNull();
  });

  it('knows no business and no stranger', async () => {
    const project = await createProject();
    const company = await open(project, business());
    expect(await codeOf(erase(company.id))).toBe('resource_not_found');
    expect(await codeOf(erase(newId('idc')))).toBe('resource_not_found');
  });
});

describe('the database itself', () => {
  it('moves a check only from where it was', async () => {
    const project = await createProject();
    const { id } = await open(project, individual('Pass'));
    const findings = simulatedFindings('individual', 'passed');
    await withTransaction(async (tx) => {
      const before = (await lockCheck(project.id, id, tx))!;
      const after = { ...before, status: 'passed', findings } as const;
      expect(await updateCheck(before, after, tx)).toBe(true);
      expect(await updateCheck(before, { ...after, status: 'failed' }, tx)).toBe(false);
    });
    expect(await statusOf(id)).toBe('passed');
  });

  it('lets the product delete neither check nor subject', async () => {
    for (const table of ['identity_checks', 'identity_subjects']) {
      await expect(applicationQuery(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    }
  });

  it.each([
    ['identity_checks_id_shape', `UPDATE identity_checks SET id = 'idc_1' WHERE id = $1`],
    ['identity_checks_reference_length', `UPDATE identity_checks SET reference = repeat('r', 65) WHERE id = $1`],
    ['identity_checks_one_type', `UPDATE identity_checks SET personal_encrypted = NULL WHERE id = $1`],
    ['identity_checks_one_type', `UPDATE identity_checks SET type = 'business' WHERE id = $1`],
    ['identity_checks_findings', `UPDATE identity_checks SET status = 'passed' WHERE id = $1`],
    ['identity_checks_findings', `UPDATE identity_checks SET status = 'needs_review' WHERE id = $1`],
    ['identity_subjects_erased', `UPDATE identity_subjects SET data_key_encrypted = NULL
      WHERE id = (SELECT subject_id FROM identity_checks WHERE id = $1)`],
    ['identity_subjects_erased', `UPDATE identity_subjects SET erased_at = now()
      WHERE id = (SELECT subject_id FROM identity_checks WHERE id = $1)`],
  ])('refuses by %s', async (constraint, sql) => {
    const { id } = await open(await createProject(), individual('Pass'));
    const refusal = ownerQuery(sql, [id]).catch((error: { constraint?: string }) => error.constraint);
    expect(await refusal).toBe(constraint);
  }); // prettier-ignore
});
