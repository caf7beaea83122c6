// The whole journey of a loan as a partner's program makes it: our own client, the HTTP API, and a webhook receiver
// that checks every signature. Once for each sandbox company, on our host and under plain `next start`.
import { expect, test } from '@playwright/test';
import { createPartnerClient, PartnerApiError, type components, type PartnerClient } from '@/lib/client-sdk';
import { startPlainNext, type PlainNext } from './parity/plain-next';
import { clientOn, credentials, until } from './product';
import { startReceiver, type Receiver } from './receiver';

type Decision = components['schemas']['Decision'];

interface Company {
  readonly number: string;
  readonly name: string;
  readonly outcome: 'approved' | 'declined';
  readonly reason?: NonNullable<Decision['reason']>;
  /** A first pass refers, so the final answer is version 2. */
  readonly referred?: boolean;
  readonly offers?: number;
}

const companies: readonly Company[] = [
  { number: '00000401', name: 'Healthy', outcome: 'approved' },
  { number: '00000402', name: 'Thin File', outcome: 'declined', reason: 'insufficient_trading_history', referred: true },
  { number: '00000403', name: 'Second Look', outcome: 'approved', referred: true },
  { number: '00000404', name: 'Adverse', outcome: 'declined', reason: 'adverse_credit' },
  { number: '00000405', name: 'Stretched', outcome: 'declined', reason: 'affordability' },
  { number: '00000406', name: 'Unverified', outcome: 'declined', reason: 'identity_unverified' },
  { number: '00000407', name: 'Out of Appetite', outcome: 'declined', reason: 'out_of_appetite' },
  { number: '00000408', name: 'Slow', outcome: 'approved' },
  { number: '00000410', name: 'Many Offers', outcome: 'approved', offers: 3 },
]; // prettier-ignore

/** Reads the decision as soon as it is there, waiting as long as the API says. */
async function decisionOf(partner: PartnerClient, applicationId: string, version: number): Promise<Decision> {
  const read = () =>
    partner.get('/decisions/{id}', { path: { id: applicationId } }).catch((error: unknown) => {
      if (error instanceof PartnerApiError && error.code === 'decision_not_ready') return undefined;
      throw error;
    });
  const decision = await until(read, (found) => found?.version === version, 60);
  return decision!;
}

interface Story {
  readonly applicationId: string;
  readonly decision: Decision;
  readonly status: string;
  /** Types of the events that this journey must have caused. */
  readonly events: readonly string[];
}

/** Plays everything that can be done for one company. */
async function play(partner: PartnerClient, company: Company): Promise<Story> {
  const application = await partner.post('/applications', {
    body: {
      business: { company_number: company.number },
      amount_pence: 2_500_000,
      term_months: 12,
      purpose: 'working_capital',
      applicant: { email: 'ada@example.com', first_name: 'Ada' },
      reference: `journey-${company.number}`,
    },
  });
  const path = { id: application.id };
  const events = ['application.created', 'application.submitted', 'decision.completed'];
  if (company.referred) events.push('decision.referred');

  const check = await partner.post('/identity/checks', {
    body: {
      type: 'individual',
      application_id: application.id,
      subject: {
        first_name: 'Ada',
        last_name: 'Pass',
        date_of_birth: '1980-12-10',
        address: { line1: '12 St James’s Square', city: 'London', postcode: 'SW1Y 4JH', country: 'GB' },
      },
    },
  });
  await until(
    () => partner.get('/identity/checks/{id}', { path: { id: check.id } }),
    ({ status }) => status === 'passed',
  );
  events.push('identity_check.completed');

  const decision = await decisionOf(partner, application.id, company.referred ? 2 : 1);
  if (company.outcome === 'approved') {
    const accepted = await partner.post('/applications/{id}/accept', {
      path,
      body: {
        offer_id: decision.offers[0]!.id,
        accepted_by: { name: 'Ada Lovelace', email: 'ada@example.com' },
      },
    });
    expect(accepted.accepted_offer_id).toBe(decision.offers[0]!.id);
    events.push('application.accepted');

    const link = await partner.post('/payments/links', {
      body: { amount_pence: 50_000, reference: 'INSTALMENT 1', application_id: application.id },
    });
    await partner.post('/payments/links/{id}/cancel', { path: { id: link.id } });
    events.push('payment.cancelled');

    const disbursement = await partner.post('/disbursements', {
      body: {
        application_id: application.id,
        payee: { account_name: `${company.name} Ltd`, sort_code: '12-34-56', account_number: '12340001' },
      },
    });
    // Where a live partner waits for two people and a bank, this plays them.
    const { result } = await partner.post('/sandbox/disbursements/{id}/settle', {
      path: { id: disbursement.id },
    });
    expect(result).toMatchObject({ id: disbursement.id, status: 'settled', payee_check: 'match' });
    events.push('disbursement.requested', 'disbursement.released', 'loan.disbursed', 'application.funded');
  }
  const { status } = await partner.get('/applications/{id}', { path });
  return { applicationId: application.id, decision, status, events: events.toSorted() };
}

/** Which journey an event belongs to: every resource of it names its application. */
function applicationOf({ data: { object } }: components['schemas']['Event']): unknown {
  return object['application_id'] ?? object['id'];
}

for (const hostName of ['our host', 'plain next start']) {
  test.describe(`on ${hostName}`, () => {
    let partner: PartnerClient;
    let receiver: Receiver;
    let endpointId: string | undefined;
    let plain: PlainNext | undefined;
    // All companies at once: one of them takes half a minute, and the client waits the limiter out.
    let stories: ReadonlyMap<string, Promise<Story>>;

    test.beforeAll(async () => {
      test.setTimeout(120_000);
      const { origin: ours } = await credentials();
      if (hostName !== 'our host') plain = await startPlainNext(ours);
      const { client_id: clientId, client_secret: clientSecret } = await clientOn('build');
      const origin = plain?.origin ?? ours;
      partner = createPartnerClient({ origin, clientId, clientSecret, retry: { attempts: 20 } });
      let secret = '';
      receiver = await startReceiver(() => secret);
      const endpoint = await partner.post('/webhook_endpoints', {
        body: { url: receiver.url, enabled_events: ['*'] },
      });
      ({ id: endpointId, secret } = endpoint);
      stories = new Map(companies.map((company) => [company.number, play(partner, company)]));
      // A failure is told by the test of its company.
      for (const story of stories.values()) story.catch(() => undefined);
    });

    test.afterAll(async () => {
      if (endpointId) await partner.delete('/webhook_endpoints/{id}', { path: { id: endpointId } });
      await receiver.close();
      await plain?.process.stop();
    });

    for (const company of companies) {
      test(`${company.name} (${company.number}) is ${company.outcome}`, async () => {
        test.setTimeout(120_000);
        const story = await stories.get(company.number)!;
        expect(story.decision).toMatchObject({ outcome: company.outcome, reason: company.reason ?? null });
        expect(story.decision.offers).toHaveLength(
          company.outcome === 'approved' ? (company.offers ?? 1) : 0,
        );
        expect(story.status).toBe(company.outcome === 'approved' ? 'funded' : 'declined');

        const delivered = () =>
          receiver.events.filter((event) => applicationOf(event) === story.applicationId);
        await expect
          .poll(() => delivered().map(({ type }) => type).toSorted(), { timeout: 20_000 })
          .toEqual(story.events); // prettier-ignore
        expect(receiver.refusals).toEqual([]);
        // What was delivered is what the API lists, word for word.
        for (const event of delivered()) {
          expect(await partner.get('/events/{id}', { path: { id: event.id } })).toEqual(event);
        }
      });
    }

    test('Dissolved (00000409) is refused at the door', async () => {
      const refused = partner.post('/applications', {
        body: {
          business: { company_number: '00000409' },
          amount_pence: 2_500_000,
          term_months: 12,
          redirect_uri: 'https://partner.example/back',
        },
      });
      await expect(refused).rejects.toMatchObject({
        status: 422,
        code: 'invalid_company_number',
        param: 'business.company_number',
      });
    });

    test('the list of events holds every delivery, once', async () => {
      await Promise.all(stories.values());
      const listed = new Set<string>();
      for await (const { id } of partner.list('/events', { query: { limit: 100 } })) listed.add(id);
      const ids = receiver.events.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !listed.has(id))).toEqual([]);
    });
  });
}
