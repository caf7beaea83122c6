import { beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { Actor } from '@/lib/core/actor';
import { withTransaction } from '@/lib/db';
import { ownerQuery } from '@/lib/testing';
import { auditCsv, listAudit, recordAudit } from '.';

const person = newId('usr');
const staff: Actor = { kind: 'staff', personId: person, sessionId: 'ses' };
const job: Actor = { kind: 'system', job: 'test' };
const record = (stream: string, actor: Actor, act: string, objectId: string, detail = {}) =>
  withTransaction((tx) => recordAudit(tx, { stream, actor, act, objectId, detail }));

beforeAll(async () => {
  await ownerQuery(
    `INSERT INTO people (id, email, name, password_hash) VALUES ($1, $1, 'Ruth Calloway', 'x')`,
    [person],
  );
  await record('acct_1', staff, 'partner.verify', 'acct_1', { note: '=HYPERLINK("x")' });
  await record('acct_1', staff, 'disbursement.approve', 'dsb_1');
  await record('prj_1', job, 'disbursement.expire', 'dsb_2');
  for (let i = 0; i < 55; i += 1) await record('prj_2', job, 'application.create', `app_${i}`);
});

const actsOf = async (filters: Parameters<typeof listAudit>[0]) =>
  (await listAudit(filters)).data.map(({ act }) => act);

it('says who did what, and where it stands in its chain', async () => {
  const { data } = await listAudit({ object: 'dsb_1' });
  expect(data).toMatchObject([
    {
      actor: { id: person, shown: 'Ruth Calloway' },
      phrase: 'approved a payment',
      seal: { sequence: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
    },
  ]);
  expect((await listAudit({ object: 'app_1' })).data[0]).toMatchObject({
    seal: null,
    actor: { shown: 'The platform' },
  });
});

it('filters by stream, actor, act, family of acts and time', async () => {
  expect(await actsOf({ stream: 'acct_1' })).toEqual(['disbursement.approve', 'partner.verify']);
  expect(await actsOf({ streams: ['acct_1', 'prj_1'] })).toHaveLength(3);
  expect(await actsOf({ actor: person })).toHaveLength(2);
  expect(await actsOf({ act: 'partner.verify' })).toHaveLength(1);
  expect(await actsOf({ act: 'disbursement.' })).toHaveLength(2);
  expect(await actsOf({ act: 'disbursement' })).toEqual([]);
  expect(await actsOf({ after: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
  expect(await actsOf({ before: new Date(Date.now() - 600_000).toISOString() })).toEqual([]);
});

it('pages without loss', async () => {
  const first = await listAudit({ stream: 'prj_2' });
  const second = await listAudit({ stream: 'prj_2', before_id: first.next_before_id! });
  expect([first.data.length, second.data.length, second.next_before_id]).toEqual([50, 5, null]);
  expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(55);
});

it('exports with control totals, and disarms formulas', async () => {
  const text = await auditCsv({ stream: 'acct_1' });
  expect(text).toContain('control total,rows,2\r\n');
  expect(text).toContain('control total,sealed_rows,1\r\n');
  expect(text).toContain('control total,complete,yes\r\n');
  expect(text).not.toMatch(/(^|,)[=+@]/m);
});
