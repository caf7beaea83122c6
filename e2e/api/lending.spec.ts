// The main job over HTTP: mint, apply, read the authoritative decision, accept. Once for each sandbox company.
import { expect, test } from '@playwright/test';
import { call, clientOn, mint, until } from './product';

interface Expectation {
  readonly company: string;
  readonly name: string;
  readonly amountPence: number;
  readonly outcome: 'approved' | 'declined';
  readonly reason?: string;
  readonly offers?: number;
  /** Referred first, so that the final answer is version 2. */
  readonly referred?: boolean;
  readonly waitSeconds?: number;
}

const companies: readonly Expectation[] = [
  { company: '00000401', name: 'Healthy', amountPence: 2_500_000, outcome: 'approved' },
  { company: '00000402', name: 'Thin File', amountPence: 2_500_000, outcome: 'declined', reason: 'insufficient_trading_history', referred: true },
  { company: '00000403', name: 'Second Look', amountPence: 2_500_000, outcome: 'approved', referred: true },
  { company: '00000404', name: 'Adverse', amountPence: 2_500_000, outcome: 'declined', reason: 'adverse_credit' },
  { company: '00000405', name: 'Stretched, £20,000', amountPence: 2_000_000, outcome: 'approved' },
  { company: '00000405', name: 'Stretched, above £20,000', amountPence: 2_000_001, outcome: 'declined', reason: 'affordability' },
  { company: '00000406', name: 'Unverified', amountPence: 2_500_000, outcome: 'declined', reason: 'identity_unverified' },
  { company: '00000407', name: 'Out of Appetite', amountPence: 2_500_000, outcome: 'declined', reason: 'out_of_appetite' },
  { company: '00000410', name: 'Many Offers', amountPence: 2_500_000, outcome: 'approved', offers: 3 },
  { company: '00000408', name: 'Slow', amountPence: 2_500_000, outcome: 'approved', waitSeconds: 50 },
]; // prettier-ignore

const application = (company: string, amountPence: number) => ({
  business: { company_number: company },
  amount_pence: amountPence,
  term_months: 12,
  applicant: { email: 'ada@example.com', first_name: 'Ada' },
  reference: `walk-${company}`,
});

for (const expected of companies) {
  test(`${expected.name} (${expected.company}) is ${expected.outcome}`, async () => {
    test.setTimeout(90_000);
    const token = await mint(await clientOn('build'));
    const created = await until(
      () =>
        call('/partner/v1/applications', {
          method: 'POST',
          token,
          body: application(expected.company, expected.amountPence),
        }),
      ({ status }) => status !== 429,
    );
    expect(created.status, created.text).toBe(201);
    expect(created.json).toMatchObject({ object: 'application', status: 'submitted', livemode: false });

    const finalVersion = expected.referred ? 2 : 1;
    const decision = await until(
      () => call(`/partner/v1/decisions/${created.json.id}`, { token }),
      ({ status, json }) => status === 200 && json.version === finalVersion,
      expected.waitSeconds,
    );
    expect(decision.json).toMatchObject({
      object: 'decision',
      application_id: created.json.id,
      outcome: expected.outcome,
      reason: expected.reason ?? null,
    });
    const offers = decision.json.offers as {
      amount_pence: number;
      total_payable_pence: number;
      schedule: { amount_pence: number }[];
    }[];
    expect(offers.length).toBe(expected.outcome === 'approved' ? (expected.offers ?? 1) : 0);
    for (const offer of offers) {
      expect(offer.schedule.reduce((sum, { amount_pence }) => sum + amount_pence, 0)).toBe(
        offer.total_payable_pence,
      );
    }
    if (expected.referred) {
      const first = await call(`/partner/v1/decisions/${created.json.id}?version=1`, { token });
      expect(first.json).toMatchObject({ outcome: 'referred', version: 1 });
      if (expected.outcome === 'approved') expect(offers[0]?.amount_pence).toBeLessThan(expected.amountPence);
    }
    const read = await call(`/partner/v1/applications/${created.json.id}`, { token });
    expect(read.json.status).toBe(expected.outcome);
  });
}

test('Dissolved (00000409) is refused at the door, and so is a company outside the table', async () => {
  const token = await mint(await clientOn('build'));
  for (const company of ['00000409', '16093826']) {
    const answer = await until(
      () =>
        call('/partner/v1/applications', { method: 'POST', token, body: application(company, 2_500_000) }),
      ({ status }) => status !== 429,
    );
    expect(answer.status).toBe(422);
    expect(answer.json.error).toMatchObject({
      code: 'invalid_company_number',
      param: 'business.company_number',
    });
  }
});

test('an offer is accepted once and frozen', async () => {
  const token = await mint(await clientOn('build'));
  const created = await until(
    () =>
      call('/partner/v1/applications', { method: 'POST', token, body: application('00000401', 1_000_000) }),
    ({ status }) => status !== 429,
  );
  const decision = await until(
    () => call(`/partner/v1/decisions/${created.json.id}`, { token }),
    ({ status }) => status === 200,
  );
  const body = {
    offer_id: decision.json.offers[0].id,
    accepted_by: { name: 'Ada Byron', email: 'ada@example.com' },
  };
  const path = `/partner/v1/applications/${created.json.id}/accept`;
  const accepted = await call(path, { method: 'POST', token, body });
  expect(accepted.status, accepted.text).toBe(200);
  expect(accepted.json).toMatchObject({ status: 'accepted', accepted_offer_id: body.offer_id });
  const again = await call(path, { method: 'POST', token, body });
  expect(again.status).toBe(409);
  expect(again.json.error.code).toBe('invalid_state');
});

test('200 identical concurrent requests make one application', async () => {
  const token = await mint(await clientOn('platform'));
  const key = `race-${Date.now()}`;
  const body = { ...application('ZZ000401', 1_000_000), reference: key };
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => call('/partner/v1/applications', { method: 'POST', token, key, body })),
  );
  const created = answers.filter(({ status }) => status === 201);
  const others = answers.filter(({ status }) => status !== 201);
  expect(new Set(created.map(({ text }) => text)).size).toBe(1);
  expect(created.filter(({ headers }) => !headers.has('idempotency-replayed'))).toHaveLength(1);
  for (const { status, json, headers } of others) {
    expect(status).toBe(409);
    expect(json.error.code).toBe('idempotency_key_in_progress');
    expect(headers.get('retry-after')).toBe('1');
  }
  const list = await call(`/partner/v1/applications?reference=${key}`, { token });
  expect(list.json.data).toHaveLength(1);
});
