// The payer's page and the sandbox bank: on a desk and on a phone, in light and dark, with the keyboard alone, and
// without scripts.
import { expect, test, type Page } from '@playwright/test';
import { call, clientOn, mint } from './api/product';
import { complaintsOf, expectSoundPage } from './look';

const path = '/partner/v1/payments/links';

async function createLink(overrides: object = {}) {
  const token = await mint(await clientOn('build'));
  const body = {
    amount_pence: 125_000,
    reference: 'INV-1001',
    description: 'March instalment',
    payer: { name: 'Ada Lovelace' },
    return_url: 'https://partner.example/paid',
    ...overrides,
  };
  const { json } = await call(path, { method: 'POST', token, body });
  const read = async () => (await call(`${path}/${json.id}`, { token })).json as { status: string };
  return { id: json.id as string, url: json.url as string, token, read };
}

async function toTheBank(page: Page, url: string, bank = 'Northbank') {
  await page.goto(url);
  await page.getByRole('radio', { name: bank }).check();
  await page.getByRole('button', { name: 'Continue to your bank' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Do you approve this payment?');
}

test('a payment from the link to the settled page is sound at every step', async ({ page }, testInfo) => {
  test.slow(); // axe takes its time on a busy machine
  const complaints = complaintsOf(page);
  const link = await createLink();
  await page.goto(link.url);
  await expect(page.getByText('£1,250.00').first()).toBeVisible();
  await expectSoundPage(page, testInfo);
  await toTheBank(page, link.url);
  await expectSoundPage(page, testInfo);
  await page.getByRole('button', { name: 'Approve £1,250.00' }).click();
  await expect(page).toHaveURL(link.url);
  await expect(page.getByText('Paid: £1,250.00')).toBeVisible({ timeout: 20_000 });
  await expectSoundPage(page, testInfo);
  await expect(page.getByRole('link', { name: 'Return to partner.example' })).toHaveAttribute('href', 'https://partner.example/paid'); // prettier-ignore
  expect(await link.read()).toMatchObject({ status: 'settled' });
  expect(complaints).toEqual([]);
});

test('what did not go through says why and what to do', async ({ page }, testInfo) => {
  test.slow();
  const link = await createLink();
  await toTheBank(page, link.url, 'Thistle Bank');
  await page.getByRole('button', { name: 'Decline: not enough money' }).click();
  await expect(page.getByText('Your bank refused the payment: not enough money')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue to your bank' })).toBeVisible();
  await expectSoundPage(page, testInfo);
  await call(`${path}/${link.id}/cancel`, { method: 'POST', token: link.token });
  await page.reload();
  await expect(page.getByText('This request was withdrawn')).toBeVisible();
  await expectSoundPage(page, testInfo);
});

test('the keyboard alone pays', async ({ page }) => {
  const link = await createLink();
  await page.goto(link.url);
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Severn & Avon Bank' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Continue to your bank' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Do you approve this payment?');
  await page.getByRole('button', { name: /^Approve/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Your bank accepted the payment|Paid:/)).toBeVisible({ timeout: 20_000 });
});

test('leaving the bank without an answer changes nothing, and leads back to the same payment', async ({
  page,
}) => {
  const link = await createLink();
  await toTheBank(page, link.url);
  const bank = page.url();
  await page.getByRole('link', { name: 'Leave without an answer' }).click();
  await expect(page.getByText('Waiting for your bank')).toBeVisible();
  expect(await link.read()).toMatchObject({ status: 'authorising' });
  await page.getByRole('button', { name: 'Continue at Northbank' }).click();
  await expect(page).toHaveURL(bank);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page pays all the same', async ({ page }) => {
    const link = await createLink();
    await toTheBank(page, link.url);
    await page.getByRole('button', { name: /^Approve/ }).click();
    await expect(page).toHaveURL(link.url);
    await expect.poll(async () => (await link.read()).status, { timeout: 20_000 }).toBe('settled');
    await page.reload();
    await expect(page.getByText('Paid: £1,250.00')).toBeVisible();
  });
});

test('a link that is not right shows nothing', async ({ page }) => {
  const { url } = await createLink();
  for (const wrong of [
    `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`,
    '/pay/nonsense',
    '/pay/bank/nonsense',
  ]) {
    expect((await page.goto(wrong))?.status()).toBe(404);
  }
});
