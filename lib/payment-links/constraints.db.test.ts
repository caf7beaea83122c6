// What the database itself refuses of payment links and their attempts, whoever asks.
import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { createProject, ownerQuery } from '@/lib/testing';

type Row = Record<string, unknown>;
let projectId: string;
let linkId: string;

const link = (): Row => ({
  id: newId('plk'),
  project_id: projectId,
  livemode: false,
  amount_pence: 2_500,
  reference: 'INVOICE 1001',
  expires_in_days: 7,
  link_nonce: randomBytes(16),
  created_at: new Date(),
  updated_at: new Date(),
});
const attempt = (): Row => ({
  id: newId('pat'),
  link_id: linkId,
  provider: 'simulated',
  bank_id: 'bank',
  amount_pence: 2_500,
  status: 'failed',
  failure_code: 'technical_error',
  created_at: new Date(),
  updated_at: new Date(),
});

async function insert(table: string, row: Row): Promise<unknown> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const sql = `INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()})`;
  return ownerQuery(sql, Object.values(row)).then(
    () => undefined,
    (error: unknown) => (error as { constraint?: unknown }).constraint,
  );
}

beforeAll(async () => {
  projectId = (await createProject()).id;
  const row = link();
  linkId = row['id'] as string;
  expect(await insert('payment_links', row)).toBeUndefined();
});

it('accepts rows that are right', async () => {
  expect(await insert('payment_links', link())).toBeUndefined();
  expect(await insert('payment_attempts', attempt())).toBeUndefined();
});

it.each<[string, Row]>([
  ['payment_links_id_shape', { id: 'plk_short' }],
  ['payment_links_amount', { amount_pence: 0 }],
  ['payment_links_amount', { amount_pence: 100_000_001 }],
  ['payment_links_reference_length', { reference: 'nineteen characters' }],
  ['payment_links_reference_length', { reference: '' }],
  ['payment_links_expires_in_days', { expires_in_days: 31 }],
  ['payment_links_nonce', { link_nonce: Buffer.alloc(8) }],
  ['payment_links_failed', { status: 'failed' }],
  ['payment_links_failure_is_over', { failure_code: 'technical_error' }],
  ['payment_links_refund', { refund_due_pence: -1 }],
])('%s refuses a link with %o', async (constraint, spoilt) => {
  expect(await insert('payment_links', { ...link(), ...spoilt })).toBe(constraint);
});

it.each<[string, Row]>([
  ['payment_attempts_id_shape', { id: 'pat_short' }],
  ['payment_attempts_amount', { amount_pence: 0 }],
  ['payment_attempts_failed', { failure_code: null }],
])('%s refuses an attempt with %o', async (constraint, spoilt) => {
  expect(await insert('payment_attempts', { ...attempt(), ...spoilt })).toBe(constraint);
});
