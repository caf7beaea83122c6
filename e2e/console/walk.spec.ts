// A stranger serves himself, from the sign-up to the request to go live: with a pointer on a desk and on a phone, and once
// with the keys alone. Prints how long the first 200 took.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { expect, test, type Page, type TestInfo } from '@playwright/test';
import { call, mint, type SeededClient } from '../api/product';
import { startReceiver } from '../api/receiver';
import { complaintsOf, expectSoundPage } from '../look';
import { codeFor, fromOwnAddress } from './account';
import { keys, pointer, type Hands } from './hands';

const run = promisify(execFile);

interface Walk {
  readonly page: Page;
  readonly hands: Hands;
  /** Looks at the page in both themes. */
  readonly look: () => Promise<void>;
}

interface Account {
  readonly projectId: string;
  readonly clientId: string;
  readonly secret: string;
}

const home = ({ projectId }: Account) => `/console/projects/${projectId}`;
const mintWith = ({ clientId }: Account, secret: string) =>
  mint({ client_id: clientId, client_secret: secret } as SeededClient);

async function stored({ page, hands }: Walk, doneLabel: string) {
  await expect(page.getByRole('button', { name: doneLabel })).toBeDisabled();
  await hands.check(page.getByRole('checkbox', { name: 'I stored it' }));
  await hands.press(page.getByRole('button', { name: doneLabel }));
}

/** Signs up, keeps the secret, and pastes what the page shows. */
async function fromNothingToTheFirst200(walk: Walk, testInfo: TestInfo): Promise<Account> {
  const { page, hands, look } = walk;
  const startedAt = performance.now();
  const email = `ada.${randomUUID().slice(0, 8)}@partner.example`;
  await fromOwnAddress(page);
  await page.goto('/sign-up');
  await look();
  await hands.fill(page.getByLabel('Your name'), 'Ada Lovelace');
  await hands.fill(page.getByLabel('Company name'), 'Engine Finance Ltd');
  await hands.fill(page.getByLabel('Work e-mail address'), email);
  await hands.fill(page.getByLabel('Password', { exact: true }), 'harbour lantern fourteen');
  await hands.press(page.getByRole('button', { name: 'Create account' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail');
  await look();
  await hands.fill(page.getByLabel('Six-digit code'), await codeFor(page, email));
  await hands.press(page.getByRole('button', { name: 'Confirm address' }));

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your sandbox is open');
  await look();
  const secret = await page.getByRole('definition').filter({ hasText: /^csk_sbx_/ }).innerText(); // prettier-ignore
  const clientId = await page.getByRole('definition').filter({ hasText: /^cid_sbx_/ }).innerText(); // prettier-ignore
  await page.keyboard.press('Escape');
  await page.mouse.click(2, 2);
  await expect(page.getByText(secret, { exact: true })).toBeVisible(); // no stray key or click hides it
  const lines = [
    await page.getByRole('region', { name: '1. Mint a token' }).innerText(),
    await page.getByRole('region', { name: '2. Ask who you are' }).innerText(),
  ];
  await stored(walk, 'Open your project');

  await expect(page.getByRole('status').filter({ hasText: 'Waiting for your first request' })).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  await expect(page.getByText('turns to your call as it happens', { exact: false })).toBeVisible();
  await look();
  const { stdout } = await run('bash', ['-c', lines.join('\n')]);
  const answeredAt = performance.now();
  const projectId = /prj_[0-9a-z]+/.exec(page.url())?.[0] as string;
  expect(JSON.parse(stdout)).toMatchObject({ id: projectId, object: 'project', livemode: false });
  await expect(page.getByRole('main').getByText('GET /partner/v1/project', { exact: true })).toBeVisible();
  const panelTookMs = performance.now() - answeredAt;
  await expect(page.getByText(/Your first 200 took (\d+ min )?\d+ s/)).toBeVisible();
  const said = await page.getByText(/Your first 200 took/).innerText();
  const figures = `${((answeredAt - startedAt) / 1000).toFixed(1)} s from the sign-up page to the first 200, of a machine’s hands; the panel turned ${Math.round(panelTookMs)} ms later. It says: ${said}.`;
  console.log(`  ${testInfo.project.name}: ${figures}`);
  testInfo.annotations.push({ type: 'first 200', description: figures });
  await look();
  return { projectId, clientId, secret };
}

/** Makes a second secret, sees who calls with which, and retires the first. */
async function rotate(walk: Walk, account: Account): Promise<string> {
  const { page, hands, look } = walk;
  await page.goto(`${home(account)}/clients/${account.clientId}/rotate`);
  await hands.press(page.getByRole('button', { name: 'Create secret' }));
  const secret = await page.getByRole('definition').filter({ hasText: /^csk_sbx_/ }).innerText(); // prettier-ignore
  await stored(walk, 'Go on and watch');
  const step = page.getByRole('list', { name: 'Steps' }).locator('[aria-current=step]');
  await expect(step).toContainText('Deploy');
  const token = await mintWith(account, secret);
  expect((await call('/partner/v1/project', { token })).status).toBe(200);
  await expect(step).toContainText('Watch');
  await expect(page.getByTestId('calls-of-new')).not.toHaveText('0 calls');
  await expect(page.getByTestId('calls-of-old')).not.toHaveText('0 calls');
  await look();
  await hands.press(page.getByRole('button', { name: /^Retire secret/ }));
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Last used');
  await hands.press(dialog.getByRole('button', { name: 'Retire secret' }));
  await expect(page.getByRole('table', { name: 'Credentials' })).toContainText('Retired');
  await expect(mintWith(account, account.secret)).rejects.toThrow('invalid_client');
  return secret;
}

/** Calls beyond the bucket, and finds the refusals in the log with what was left of the budget; sends one again. */
async function causeAndSee429s(walk: Walk, account: Account, secret: string) {
  const { page, hands, look } = walk;
  await page.goto(`${home(account)}/requests`);
  await expect(page.getByText('New requests appear by themselves.')).toBeVisible();
  const token = await mintWith(account, secret);
  const statuses = await Promise.all(
    Array.from({ length: 90 }, async () => (await call('/partner/v1/project', { token })).status),
  );
  const answeredAt = performance.now();
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  await expect(page.getByRole('main').getByText('429', { exact: true }).first()).toBeVisible();
  console.log(
    `  the log shows the refusals ${Math.round(performance.now() - answeredAt)} ms after the last of them`,
  );
  await page.goto(`${home(account)}/requests?status=429`);
  await hands.press(page.getByRole('link', { name: 'GET /project' }).first());
  const detail = page.getByRole('dialog', { name: 'Request' });
  await expect(detail.getByText('rate_limited').first()).toBeVisible();
  await expect(detail.getByRole('heading', { name: 'Rate budget' })).toBeVisible();
  await look();
  await hands.press(detail.getByRole('button', { name: 'Replay in sandbox' }));
  await hands.press(detail.getByRole('button', { name: 'Send in sandbox' }));
  await expect(detail.getByRole('region', { name: 'Answer' })).toContainText(account.projectId);
  await look();

  await page.goto(`${home(account)}/usage`);
  await expect(page.getByRole('meter')).toHaveCount(3);
  // Counts are written within the minute.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/\d+ calls? answered 429/)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 70_000 });
  await look();
}

/** Adds an endpoint, receives a test event, and has it sent again. */
async function receive(walk: Walk, account: Account) {
  const { page, hands, look } = walk;
  let signingSecret = '';
  const receiver = await startReceiver(() => signingSecret);
  try {
    await page.goto(`${home(account)}/webhooks/new`);
    await hands.fill(page.getByLabel('URL'), receiver.url);
    await hands.check(page.getByRole('checkbox', { name: /All events/ }));
    await look();
    await hands.press(page.getByRole('button', { name: 'Add endpoint' }));
    signingSecret = await page.getByRole('definition').filter({ hasText: /^whsec_/ }).innerText(); // prettier-ignore
    await stored(walk, 'Go to endpoint');
    await hands.press(page.getByRole('button', { name: 'Send test event' }));
    const test = page.getByRole('region', { name: 'Test event' });
    await expect(test.getByText('200', { exact: false }).first()).toBeVisible();
    expect(receiver.events).toHaveLength(1);
    await look();
    await hands.press(test.getByRole('link'));
    await hands.press(page.getByRole('button', { name: 'Send event again' }));
    await expect.poll(() => receiver.events.length).toBe(2);
    expect(receiver.events[1]?.id).toBe(receiver.events[0]?.id);
    expect(receiver.refusals).toEqual([]);
  } finally {
    await receiver.close();
  }
}

/** Sees what the program has shown, gives the company's details, and asks. */
async function askToGoLive({ page, hands, look }: Walk, account: Account) {
  await page.goto(`${home(account)}/go-live`);
  const shown = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('img', { name: 'Shown', exact: true }) });
  await expect(shown.filter({ hasText: 'Receive a webhook' })).toBeVisible();
  await look();
  await hands.fill(page.getByLabel('Registered name'), 'Engine Finance Ltd');
  await hands.fill(page.getByLabel('Company number'), '01234567');
  await hands.fill(page.getByLabel('Website'), 'https://engine.example');
  await hands.fill(page.getByLabel('Contact', { exact: true }), 'Ada Lovelace');
  await hands.fill(page.getByLabel('Contact’s e-mail'), 'ada@engine.example');
  await hands.fill(page.getByLabel('E-mail for security matters'), 'security@engine.example');
  await hands.press(page.getByRole('button', { name: 'Save company details' }));
  await hands.fill(page.getByLabel('Name of the live project'), 'Engine live');
  await hands.fill(page.getByLabel('What it is for'), 'Loans at our checkout, forty a month.');
  await hands.press(page.getByRole('button', { name: 'Ask for live project' }));
  await expect(page.getByText('With the lender')).toBeVisible();
  await look();
}

async function walkThrough(walk: Walk, testInfo: TestInfo) {
  const complaints = complaintsOf(walk.page);
  const account = await fromNothingToTheFirst200(walk, testInfo);
  const secret = await rotate(walk, account);
  await causeAndSee429s(walk, account, secret);
  await receive(walk, account);
  await askToGoLive(walk, account);
  expect(complaints).toEqual([]);
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('from the sign-up to the request to go live', async ({ page }, testInfo) => {
  test.setTimeout(300_000); // axe takes its time on a busy machine
  const look = () => expectSoundPage(page, testInfo);
  await walkThrough({ page, hands: pointer, look }, testInfo);
});

test('the same with the keys alone', async ({ page, isMobile }, testInfo) => {
  test.skip(isMobile, 'a phone has no keys');
  test.setTimeout(240_000);
  await walkThrough({ page, hands: keys(page), look: () => Promise.resolve() }, testInfo);
});
