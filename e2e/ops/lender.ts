// The lender's people and a live partner on the running product: seeded, signed in with their own second factor.
import {
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { generateSync } from 'otplib';
import { call, credentials, mint, until } from '../api/product';

interface SeededStaff {
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly totp_secret: string;
}

async function seededStaff(email: string): Promise<SeededStaff> {
  const { people } = (await credentials()) as unknown as { people: readonly SeededStaff[] };
  const person = people.find((one) => one.email.startsWith(email));
  if (!person) throw new Error(`The seed has no ${email}`);
  return person;
}

const stepSeconds = 30;
const stepNow = () => Math.floor(Date.now() / 1000 / stepSeconds);
/** Time steps whose code was used; each counts once. */
const used = new Map<string, number>();

/** A code that has not been used yet; waits for the next one where it must. */
export async function freshCode(secret: string): Promise<string> {
  const last = used.get(secret) ?? 0;
  // The server takes a code of the step before and after its own.
  const step = Math.max(stepNow(), last + 1);
  await until(async () => stepNow() >= step - 1, Boolean, 2 * stepSeconds);
  used.set(secret, step);
  return generateSync({ secret, epoch: step * stepSeconds });
}

export interface Officer {
  readonly email: string;
  readonly secret: string;
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Signs a seeded person in, in a browser context of his own. @param email or its beginning. */
export async function signIn(
  browser: Browser,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Officer> {
  const person = await seededStaff(email);
  const { origin } = await credentials();
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  });
  // A spec beside this one may have used the code of this half minute.
  await expect(async () => {
    const answer = await context.request.post('/api/ops/auth/sign-in', {
      data: {
        email: person.email,
        password: person.password,
        code: await freshCode(person.totp_secret),
      },
      headers: { origin, 'sec-fetch-site': 'same-origin' },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  }).toPass({ timeout: 3 * stepSeconds * 1000 });
  return { email: person.email, secret: person.totp_secret, context, page: await context.newPage() };
}

/** Posts to a route of the dashboard as the officer's browser would. */
export async function post(officer: Officer, path: string, data: object = {}) {
  const { origin } = await credentials();
  const answer = await officer.context.request.post(path, {
    data,
    headers: { origin, 'sec-fetch-site': 'same-origin' },
  });
  return { status: answer.status(), json: (await answer.json()) as { error?: { message: string } } };
}

export interface LiveRequest {
  readonly id: string;
  readonly applicationId: string;
  readonly read: () => Promise<{ status: string; partner_note: string | null; payee_check: string }>;
  readonly application: () => Promise<{ status: string }>;
  /** Where the partner's console shows it. */
  readonly consolePath: string;
  /** Types of the events that the partner was told, about the request and its application. */
  readonly eventTypes: () => Promise<string[]>;
}

/**
 * A live request for money, from the application to the bank's word about the payee: the partner by its API, the
 * applicant on the hosted page. @param account last four digits of the account number, which decide the bank's word.
 */
export async function requestMoney(
  page: Page,
  { account = '0001', amountPence = 2_500_000 } = {},
): Promise<LiveRequest> {
  const client = (await credentials()).clients.find(({ livemode, tier }) => livemode && tier === 'scale');
  if (!client) throw new Error('The seed has no live client');
  const token = await mint(client);
  const opened = await call('/partner/v1/applications', {
    method: 'POST',
    token,
    body: {
      business: { company_number: 'ZZ000401' },
      amount_pence: amountPence,
      term_months: 12,
      purpose: 'stock',
      applicant: { email: 'ada@example.com', first_name: 'Ada' },
    },
  });
  expect(opened.status, opened.text).toBe(201);
  const applicationId = opened.json.id as string;
  await apply(page, opened.json.handoff_url as string);
  const asked = await call('/partner/v1/disbursements', {
    method: 'POST',
    token,
    body: {
      application_id: applicationId,
      payee: { account_name: 'Healthy Ltd', sort_code: '12-34-56', account_number: `1234${account}` },
      reference: `order-${account}`,
    },
  });
  expect(asked.status, asked.text).toBe(201);
  const id = asked.json.id as string;
  const read = async () => (await call(`/partner/v1/disbursements/${id}`, { token })).json as never;
  const request: LiveRequest = {
    id,
    applicationId,
    read,
    consolePath: `/console/projects/${client.project_id}/data/disbursements/${id}`,
    eventTypes: async () => {
      const { json } = await call('/partner/v1/events?limit=100', { token });
      const events = json.data as readonly { type: string; data: { object: { id: string } } }[];
      return events.flatMap(({ type, data }) => ([id, applicationId].includes(data.object.id) ? [type] : []));
    },
    application: async () =>
      (await call(`/partner/v1/applications/${applicationId}`, { token })).json as never,
  };
  await until(request.read, ({ payee_check: check }) => check !== 'pending', 30);
  return request;
}

/** The applicant's way from the link to the agreement. */
async function apply(page: Page, url: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  await page.goto(url);
  await expect(heading).toHaveText('Your offer', { timeout: 30_000 });
  await page.getByRole('link', { name: 'Choose 12 months' }).click();
  await page.getByLabel('Your full name').fill('Ada Lovelace');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Accept the loan of/ }).click();
  await expect(heading).toHaveText('The agreement is made', { timeout: 20_000 });
}
