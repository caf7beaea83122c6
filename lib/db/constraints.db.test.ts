// What the database itself refuses, whoever asks: one case for each constraint of the migrations.
import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { createProject, ownerQuery } from '@/lib/testing';

const hmac = randomBytes(32);
const jwk = JSON.stringify({ kty: 'EC' });
const client = 'cid_sbx_constraints';
let sandbox: string;
let live: string;
let partner: string;

type Row = Record<string, unknown>;

async function insert(table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await ownerQuery(`INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()})`, Object.values(row));
}

/** Name of the constraint or index that refuses the row; undefined when it is accepted. */
async function refusal(table: string, row: Row): Promise<unknown> {
  try {
    await insert(table, row);
    return undefined;
  } catch (error) {
    return (error as { constraint?: unknown }).constraint;
  }
}

// Rows that are accepted as they are; each case spoils one of them.
const valid = {
  partners: () => ({ id: newId('acct'), name: 'A' }),
  projects: () => ({ id: newId('prj'), partner_id: partner, name: 'A', livemode: true, tier: 'launch' }),
  applications: () => ({
    id: newId('app'),
    project_id: sandbox,
    livemode: false,
    status: 'created',
    company_number: '00000401',
    amount_pence: 2_500_000,
    term_months: 12,
    applicant_email: 'jo@example.com',
    handoff_nonce: randomBytes(16),
    created_at: new Date(),
    updated_at: new Date(),
  }),
  oauth_clients: () => ({
    id: `cid_sbx_${newId('sec')}`,
    project_id: sandbox,
    name: 'A',
    scopes: ['webhooks:read'],
  }),
  oauth_credentials: () => ({
    id: newId('sec'),
    client_id: client,
    kind: 'secret',
    slot: 1,
    secret_hmac: hmac,
    hint: 'abcd',
    revoked_at: new Date(),
  }),
  signing_keys: () => ({
    kid: newId('key'),
    public_jwk: jwk,
    private_key_encrypted: hmac,
    activates_at: new Date(1_000),
    retires_at: new Date(2_000),
    removed_at: new Date(3_000),
  }),
  idempotency_records: () => ({
    project_id: sandbox,
    method: 'POST',
    path: newId('req'),
    key: 'k',
    payload_hash: hmac,
    status: 201,
    body_encrypted: hmac,
  }),
  decision_versions: (): Row => ({
    decision_id: newId('dec'),
    version: 1,
    application_id: decided,
    project_id: sandbox,
    livemode: false,
    outcome: 'approved',
    policy_version: '1',
    inputs_hash: 'x',
    inputs: '{}',
    score: '{}',
    offers: '[{}]',
    created_at: new Date(),
  }),
} satisfies Record<string, () => Row>;
const decided = newId('app');

const cases: [constraint: string, table: keyof typeof valid, spoilt: () => Row][] = [
  ['partners_id_shape', 'partners', () => ({ id: 'acct_short' })],
  ['projects_id_shape', 'projects', () => ({ id: newId('app') })],
  ['projects_sandbox_is_build', 'projects', () => ({ livemode: false, tier: 'launch' })],
  ['projects_clock_is_sandbox_only', 'projects', () => ({ clock_offset_seconds: 1 })],
  ['projects_limits_are_platform', 'projects', () => ({ tier: 'platform' })],
  ['applications_id_shape', 'applications', () => ({ id: 'app_1' })],
  ['applications_amount', 'applications', () => ({ amount_pence: 99_999 })],
  ['applications_term', 'applications', () => ({ term_months: 61 })],
  ['applications_contact', 'applications', () => ({ applicant_email: null })],
  ['applications_reference_length', 'applications', () => ({ reference: 'r'.repeat(65) })],
  [
    'applications_accepted',
    'applications',
    () => ({ status: 'accepted', latest_version: 1, decision_id: newId('dec') }),
  ],
  ['applications_decided', 'applications', () => ({ status: 'approved', decision_id: newId('dec') })],
  ['applications_under_decision', 'applications', () => ({ status: 'in_review' })],
  ['applications_handoff_nonce', 'applications', () => ({ handoff_nonce: randomBytes(15) })],
  ['applications_pass', 'applications', () => ({ pass: 3 })],
  ['applications_decision_id_key', 'applications', () => ({ decision_id: 'dec_taken' })],
  ['applications_project_id_livemode_fkey', 'applications', () => ({ livemode: true })],
  ['decision_versions_version', 'decision_versions', () => ({ version: 0 })],
  ['decision_versions_reason', 'decision_versions', () => ({ reason: 'affordability' })],
  ['decision_versions_offers', 'decision_versions', () => ({ offers: '[]' })],
  ['oauth_clients_id_shape', 'oauth_clients', () => ({ id: 'client-1' })],
  ['oauth_clients_has_scope', 'oauth_clients', () => ({ scopes: [] })],
  ['oauth_clients_has_scope', 'oauth_clients', () => ({ scopes: null })],
  ['oauth_credentials_id_shape', 'oauth_credentials', () => ({ id: newId('key') })],
  ['oauth_credentials_slot', 'oauth_credentials', () => ({ slot: 3 })],
  ['oauth_credentials_live_has_slot', 'oauth_credentials', () => ({ slot: null, revoked_at: null })],
  ['oauth_credentials_one_kind', 'oauth_credentials', () => ({ public_jwk: jwk })],
  ['oauth_credentials_one_kind', 'oauth_credentials', () => ({ secret_hmac: null })],
  ['oauth_credentials_live_slot', 'oauth_credentials', () => ({ revoked_at: null })],
  ['signing_keys_order', 'signing_keys', () => ({ retires_at: new Date(500) })],
  ['signing_keys_one_current', 'signing_keys', () => ({ retires_at: null, removed_at: null })],
  [
    'signing_keys_one_next',
    'signing_keys',
    () => ({ activates_at: null, retires_at: null, removed_at: null }),
  ],
  ['idempotency_records_key_length', 'idempotency_records', () => ({ key: '' })],
];

beforeAll(async () => {
  const project = await createProject();
  partner = project.partnerId;
  sandbox = project.id;
  live = (await createProject({ partnerId: partner, livemode: true })).id;
  await insert('oauth_clients', { ...valid.oauth_clients(), id: client });
  await insert('oauth_credentials', { ...valid.oauth_credentials(), revoked_at: null });
  await insert('applications', { ...valid.applications(), id: decided, decision_id: 'dec_taken' });
  await insert('signing_keys', { ...valid.signing_keys(), retires_at: null, removed_at: null });
  await insert('signing_keys', {
    ...valid.signing_keys(),
    activates_at: null,
    retires_at: null,
    removed_at: null,
  });
});

describe('a row that is right', () => {
  it.each(Object.keys(valid) as (keyof typeof valid)[])('is accepted by %s', async (table) => {
    const row: Row = valid[table]();
    if (table === 'decision_versions') row['application_id'] = decided;
    expect(await refusal(table, row)).toBeUndefined();
  });
});

describe('a row that breaks a rule', () => {
  it.each(cases)('is refused by %s', async (constraint, table, spoilt) => {
    expect(await refusal(table, { ...valid[table](), ...spoilt() })).toBe(constraint);
  });

  it('has a case for every check and every partial unique index, here or beside the code that it guards', async () => {
    const rows = await ownerQuery<{ name: string }>(`
      SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
      UNION SELECT indexrelid::regclass::text FROM pg_index
        WHERE indisunique AND indpred IS NOT NULL AND indrelid::regclass::text NOT LIKE '%.%'`);
    const tests = globSync('{app,lib,prisma}/**/*.test.ts').map((file) => readFileSync(file, 'utf8'));
    const untested = rows
      .map(({ name }) => name)
      .filter((name) => !tests.some((text) => text.includes(`'${name}'`)));
    expect(untested).toEqual([]);
  });
});

describe('the control feed', () => {
  const changesOf = async (project: string) =>
    (
      await ownerQuery(`SELECT 1 FROM control_changes WHERE kind = 'project_changed' AND project_id = $1`, [
        project,
      ])
    ).length;

  it("hears of a project's change, whoever makes it", async () => {
    const before = await changesOf(live);
    await ownerQuery(`UPDATE projects SET status = 'suspended' WHERE id = $1`, [live]);
    expect(await changesOf(live)).toBe(before + 1);
  });

  it("hears of a partner's change in every project of his", async () => {
    const before = [await changesOf(live), await changesOf(sandbox)];
    await ownerQuery(`UPDATE partners SET status = 'suspended' WHERE id = $1`, [partner]);
    expect([await changesOf(live), await changesOf(sandbox)]).toEqual(before.map((count) => count + 1));
  });
});
