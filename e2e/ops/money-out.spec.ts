// Two people, one gate, on the real product: two officers in two browser contexts, real second factors, a live
// partner's own API calls, and the simulated bank of live projects.
import { expect, test } from '@playwright/test';
import { complaintsOf, expectSoundPage } from '../look';
import { until } from '../api/product';
import { signInAsOwner } from '../console/sign-in';
import { freshCode, post, requestMoney, signIn, type Officer } from './lender';

// One story: what one act leaves, the next finds. The officers' codes count once, so a person signs in once.
test.describe.configure({ mode: 'serial' });
test.skip(({ isMobile }) => isMobile, 'phones are looked at in pages.spec.ts');

let reviewer: Officer;
let first: Officer;
let second: Officer;

test.beforeAll(async ({ browser }) => {
  reviewer = await signIn(browser, 'ruth');
  first = await signIn(browser, 'idris');
  second = await signIn(browser, 'helen');
});
test.afterAll(async () => {
  for (const officer of [reviewer, first, second]) await officer.context.close();
});

const open = async ({ page }: Officer, id: string) => {
  await page.goto(`/ops/disbursements/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^£25,000\.00 to Healthy Ltd$/);
};
const panel = ({ page }: Officer) => page.getByRole('complementary', { name: 'Decision' });

async function approve(officer: Officer, reason?: string) {
  await panel(officer).getByRole('button', { name: 'Approve evidence' }).click();
  const dialog = officer.page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByLabel(/^Why this close match/).fill(reason);
  await dialog.getByRole('button', { name: 'Approve evidence' }).click();
  await expect(panel(officer)).toContainText('Waiting for release');
}

test('money moves by two people and no fewer', async ({ page }, testInfo) => {
  test.slow();
  const complaints = complaintsOf(first.page);
  const request = await requestMoney(page);

  await open(first, request.id);
  for (const card of ['Request', 'Application', 'Decision and offer', 'Agreement', 'Payee']) {
    await expect(
      first.page.getByRole('heading', { level: 3, name: new RegExp(`^\\d ${card}$`) }),
    ).toBeVisible();
  }
  await expectSoundPage(first.page, testInfo);
  await approve(first);

  // The same person: the button is blocked and names who can; the server says the same.
  const button = panel(first).getByRole('button', { name: 'Release £25,000.00' });
  await expect(button).toBeDisabled();
  await expect(panel(first)).toContainText('You approved it; a second person releases it.');
  await expect(panel(first)).toContainText('Helen Marchetti');
  const { status, json } = await post(first, `/api/ops/disbursements/${request.id}/release`, {
    version: 2,
    proof: 'x'.repeat(43),
  });
  expect([status, json.error?.message]).toEqual([
    409,
    'You approved it; a second person releases it. A releaser other than you.',
  ]);

  await open(second, request.id);
  await panel(second).getByRole('button', { name: 'Release £25,000.00' }).click();
  const dialog = second.page.getByRole('dialog');
  await expect(dialog).toContainText('Healthy Ltd');
  await expect(dialog).toContainText('Idris Okafor');
  await expect(dialog.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await expectSoundPage(second.page, testInfo);
  await dialog.getByLabel('Code of your authenticator app').fill('000000');
  await dialog.getByRole('button', { name: 'Release £25,000.00' }).click();
  await expect(dialog.getByRole('alert')).toContainText('That code is wrong or was used already');
  await dialog.getByLabel('Code of your authenticator app').fill(await freshCode(second.secret));
  await dialog.getByRole('button', { name: 'Release £25,000.00' }).click();
  await expect(panel(second)).toContainText('Helen Marchetti');

  // The bank settles: the screens and the partner's API say so.
  await until(request.read, ({ status: now }) => now === 'settled', 60);
  await expect(panel(second)).toContainText('Settled', { timeout: 20_000 });
  await expect(panel(first)).toContainText('Settled', { timeout: 20_000 });
  expect((await request.application()).status).toBe('funded');
  expect(await request.eventTypes()).toEqual(
    expect.arrayContaining(['disbursement.released', 'loan.disbursed', 'application.funded']),
  );
  await signInAsOwner(page);
  await page.goto(request.consolePath);
  await expect(page.getByRole('dialog', { name: 'Disbursement' })).toContainText('settled');
  await second.page.goto('/ops/disbursements?view=released_today');
  await expect(second.page.locator(`a[href$="${request.id}"]`)).toBeVisible();
  await expectSoundPage(second.page, testInfo);
  expect(complaints).toEqual([]);
});

/** Gives the officer's browser an authenticator of its own, and the officer a passkey on it. */
async function givePasskey({ page, context, secret }: Officer): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/ops/security');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill('Work laptop');
  await page.getByRole('button', { name: 'Add passkey' }).click();
  const proof = page.getByLabel('Code of your authenticator app');
  await proof.fill(await freshCode(secret));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('table', { name: 'Passkeys' })).toContainText('Work laptop');
}

test('a passkey releases too; what the bank sends back, and what it is silent about, ends well', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await givePasskey(second);
  const release = async (account: string) => {
    const request = await requestMoney(page, { account });
    await open(first, request.id);
    await approve(first);
    await open(second, request.id);
    await panel(second).getByRole('button', { name: 'Release £25,000.00' }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: 'Release with a passkey' }).click();
    await expect(panel(second)).toContainText('with a passkey', { timeout: 20_000 });
    return request;
  };
  const [sentBack, unanswered] = [await release('0005'), await release('0007')];

  // The bank took it and its answer was lost: asked again, never sent again.
  await until(unanswered.read, ({ status }) => ['sent', 'settled'].includes(status), 120);
  await until(sentBack.read, ({ status }) => status === 'returned', 120);
  expect((await sentBack.application()).status).toBe('accepted');
  await second.page.goto('/ops/disbursements?view=failed_or_returned');
  await expect(second.page.locator(`a[href$="${sentBack.id}"]`)).toBeVisible();
  await second.page.goto(`/ops/disbursements/${unanswered.id}/passport`);
  await expect(second.page.getByText('Verified: this passport holds')).toBeVisible();
  await expect(second.page.getByRole('main')).toContainText('passkey');
});

test('one person holds, resumes and rejects; the partner reads only what is for him', async ({
  page,
}, testInfo) => {
  test.slow();
  const request = await requestMoney(page, { account: '0011' });
  await open(reviewer, request.id);
  await panel(reviewer).getByRole('button', { name: 'Put on hold' }).click();
  const dialog = reviewer.page.getByRole('dialog');
  await dialog.getByLabel('Reason').selectOption('fraud_query');
  await dialog.getByLabel('Note for colleagues').fill('short');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(dialog.getByRole('alert')).toContainText('at least 10 characters');
  await expectSoundPage(reviewer.page, testInfo);
  await dialog.getByLabel('Note for colleagues').fill('The director’s address does not fit.');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(panel(reviewer)).toContainText('On hold');
  expect(await request.read()).toMatchObject({
    status: 'on_hold',
    partner_note: 'We are completing our checks on this payment.',
  });

  await panel(reviewer).getByRole('button', { name: 'Take off hold' }).click();
  await reviewer.page.getByRole('alertdialog').getByRole('button', { name: 'Take off hold' }).click();
  await expect(panel(reviewer)).toContainText('Waiting for approval');

  await panel(reviewer).getByRole('button', { name: 'Reject' }).click();
  const rejecting = reviewer.page.getByRole('dialog');
  await rejecting.getByLabel('Reason').selectOption('borrower_request');
  await rejecting.getByLabel('Note for colleagues').fill('The borrower rang and asked us to stop.');
  await rejecting.getByLabel(/^What the partner reads/).fill('Your client asked us not to pay.');
  await rejecting.getByRole('button', { name: 'Reject payment' }).click();
  await expect(panel(reviewer)).toContainText('Rejected');
  expect(await request.read()).toMatchObject({
    status: 'rejected',
    partner_note: 'Your client asked us not to pay.',
  });
});

test('a payee the bank does not know is not paid, and a close match needs a reason', async ({ page }) => {
  test.slow();
  const stranger = await requestMoney(page, { account: '0003' });
  await open(first, stranger.id);
  await expect(panel(first).getByRole('button', { name: 'Approve evidence' })).toBeDisabled();
  await expect(panel(first)).toContainText('The bank holds this account in another name. Nobody; reject it.');
  const refused = await post(first, `/api/ops/disbursements/${stranger.id}/approve`, { version: 2 });
  expect(refused.status).toBe(409);

  const close = await requestMoney(page, { account: '0002' });
  await open(reviewer, close.id);
  await approve(reviewer, 'The bank leaves out the legal form; same director.');
  await expect(panel(reviewer)).toContainText('The bank leaves out the legal form');
});

test('an account without confirmation needs a third person’s call-back', async ({ page }) => {
  test.slow();
  const request = await requestMoney(page, { account: '0004' });
  await open(first, request.id);
  await expect(panel(first)).toContainText('the payee has to be called back');
  await open(reviewer, request.id);
  await panel(reviewer).getByRole('button', { name: 'Record a call-back' }).click();
  const dialog = reviewer.page.getByRole('dialog');
  await dialog.getByLabel('Yes, read out by the borrower').check();
  await dialog.getByLabel('Where the number came from').fill('Companies House filing of 2025');
  await dialog.getByLabel('Whom you spoke to').fill('Ada Lovelace');
  await dialog.getByLabel('Note', { exact: true }).fill('She read out the account number.');
  await dialog.getByRole('button', { name: 'Record call-back' }).click();
  await expect(panel(reviewer)).toContainText('You called the payee back; others judge that evidence.');
  await open(first, request.id);
  await approve(first);
});

test('one person stops everything, two start it again', async ({ page }, testInfo) => {
  test.slow();
  const request = await requestMoney(page, { account: '0012' });
  await open(first, request.id);
  await approve(first);

  await reviewer.page.goto('/ops/money-out');
  await reviewer.page.getByRole('button', { name: 'Stop money-out' }).click();
  const dialog = reviewer.page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('An alert of the bank: we look first.');
  await dialog.getByRole('button', { name: 'Stop money-out' }).click();
  await expect(reviewer.page.getByText('All money-out is stopped.')).toBeVisible();
  await expectSoundPage(reviewer.page, testInfo);

  await open(second, request.id);
  await expect(second.page.getByText('All money-out is stopped.').first()).toBeVisible();
  await expect(panel(second).getByRole('button', { name: 'Release £25,000.00' })).toBeDisabled();
  await expect(panel(second)).toContainText('Two people start it again.');

  await first.page.goto('/ops/money-out');
  await first.page.getByRole('button', { name: 'Propose to start' }).click();
  await first.page.getByRole('alertdialog').getByRole('button', { name: 'Propose to start' }).click();
  await expect(first.page.getByText('You proposed to start again.')).toBeVisible();
  const journal = await first.context.request.get('/api/ops/money-out/stops');
  const [stop] = ((await journal.json()) as { journal: { id: string }[] }).journal;
  const alone = await post(first, `/api/ops/money-out/stops/${stop!.id}/start`);
  expect([alone.status, alone.json.error?.message]).toEqual([
    409,
    'You proposed to start again; a second person confirms it. A releaser or administrator other than you.',
  ]);

  await second.page.goto('/ops/money-out');
  await second.page.getByRole('button', { name: 'Confirm the start' }).click();
  await second.page.getByRole('alertdialog').getByRole('button', { name: 'Start money-out' }).click();
  await expect(second.page.getByText('Money-out is running. Nothing is stopped.')).toBeVisible();
  await open(second, request.id);
  await expect(panel(second).getByRole('button', { name: 'Release £25,000.00' })).toBeEnabled();
});

test('the queue is walked by the keyboard, and no key releases', async () => {
  await reviewer.page.goto('/ops/disbursements?view=all');
  const links = reviewer.page.locator('[data-queue-link]');
  await expect(links.first()).toBeVisible();
  await reviewer.page.keyboard.press('j');
  await expect(links.first()).toBeFocused();
  await reviewer.page.keyboard.press('j');
  await expect(links.nth(1)).toBeFocused();
  await reviewer.page.keyboard.press('k');
  await reviewer.page.keyboard.press('Enter');
  await expect(panel(reviewer)).toBeVisible();
});

test('limits are proposed by one administrator and confirmed by another', async ({ browser }, testInfo) => {
  test.slow();
  const [one, other] = [await signIn(browser, 'niall'), await signIn(browser, 'priya')];
  await one.page.goto('/ops/limits');
  await one.page.getByRole('button', { name: 'Propose limits' }).click();
  const dialog = one.page.getByRole('dialog');
  await dialog.getByLabel('One payment, in pounds').fill('200,000');
  await dialog.getByLabel('Reason').fill('Fewer large loans this quarter.');
  await expectSoundPage(one.page, testInfo);
  await dialog.getByRole('button', { name: 'Propose limits' }).click();
  await expect(one.page.getByText('You proposed these limits.')).toBeVisible();
  await other.page.goto('/ops/limits');
  await other.page.getByRole('button', { name: 'Confirm limits' }).click();
  await other.page.getByRole('alertdialog').getByRole('button', { name: 'Confirm limits' }).click();
  await expect(other.page.getByRole('definition').first()).toHaveText('£200,000.00');
  await expectSoundPage(other.page, testInfo);
  for (const { context } of [one, other]) await context.close();
});

test('above the limit of one payment nothing is released, and the page says why', async ({ page }) => {
  const request = await requestMoney(page, { amountPence: 25_000_000 });
  await first.page.goto(`/ops/disbursements/${request.id}`);
  await approve(first);
  await second.page.goto(`/ops/disbursements/${request.id}`);
  await expect(panel(second).getByRole('button', { name: 'Release £250,000.00' })).toBeDisabled();
  await expect(panel(second)).toContainText('£200,000.00');
  const { status, json } = await post(second, `/api/ops/disbursements/${request.id}/release`, {
    version: 2,
    proof: 'x'.repeat(43),
  });
  expect([status, json.error?.message]).toEqual([409, expect.stringContaining('£200,000.00')]);
  expect((await request.read()).status).toBe('approved');
});
