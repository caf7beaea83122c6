// The applicant's page, from the link to the agreement: on a desk and on a phone, in light and dark, with the keyboard
// alone, and without scripts.
import { expect, test, type Page } from '@playwright/test';
import { call, clientOn, mint } from './api/product';
import { complaintsOf, expectSoundPage } from './look';

const path = '/partner/v1/applications';

async function createApplication(companyNumber = '00000401', overrides: object = {}) {
  const token = await mint(await clientOn('build'));
  const body = {
    business: { company_number: companyNumber },
    amount_pence: 2_500_000,
    term_months: 12,
    purpose: 'stock',
    redirect_uri: 'https://partner.example/back',
    ...overrides,
  };
  const { json } = await call(path, { method: 'POST', token, body });
  const read = async () => (await call(`${path}/${json.id}`, { token })).json as { status: string };
  const simulate = (route: string, given?: object) =>
    call(`/partner/v1/sandbox/${route}`, { method: 'POST', token, body: given ?? {} });
  const act = (verb: string) => call(`${path}/${json.id}/${verb}`, { method: 'POST', token });
  return { id: json.id as string, url: json.handoff_url as string, read, simulate, act };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const submitted = { applicant: { email: 'ada@example.com', first_name: 'Ada' } };

async function giveDetails(page: Page, url: string) {
  await page.goto(url);
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Work e-mail').fill('ada@example.com');
  await page.getByRole('button', { name: 'Review the application' }).click();
  await expect(heading(page)).toHaveText('Is everything right?');
}

async function accept(page: Page) {
  await page.getByLabel('Your full name').fill('Ada Lovelace');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Accept the loan of/ }).click();
  await expect(heading(page)).toHaveText('The agreement is made');
}

test('the way from the link to the agreement is sound at every step', async ({ page }, testInfo) => {
  test.slow(); // axe takes its time on a busy machine
  const complaints = complaintsOf(page);
  const application = await createApplication();
  await page.goto(application.url);
  await expect(heading(page)).toHaveText('Apply for £25,000');
  await expectSoundPage(page, testInfo);
  await giveDetails(page, application.url);
  await expectSoundPage(page, testInfo);
  await page.getByRole('button', { name: 'Submit the application' }).click();
  await expect(heading(page)).toHaveText('Your offer', { timeout: 20_000 });
  await expectSoundPage(page, testInfo);
  await page.getByRole('link', { name: 'Choose 12 months' }).click();
  await expect(page.getByRole('region', { name: 'Text of the agreement' })).toContainText('£25,000.00');
  await expectSoundPage(page, testInfo);
  await accept(page);
  await expectSoundPage(page, testInfo);
  await expect(page.getByRole('link', { name: 'Return to partner.example' })).toHaveAttribute('href', `https://partner.example/back?application_id=${application.id}&status=accepted`); // prettier-ignore
  expect(await application.read()).toMatchObject({ status: 'accepted' });
  expect(complaints).toEqual([]);
});

test('offers stand side by side, and what ends the way says why', async ({ page }, testInfo) => {
  test.slow();
  const many = await createApplication('00000410', submitted);
  await page.goto(many.url);
  await expect(heading(page)).toHaveText('Choose your offer', { timeout: 20_000 });
  await expect(page.getByRole('link', { name: /^Choose \d+ months$/ })).toHaveCount(3);
  await expectSoundPage(page, testInfo);
  await many.act('withdraw');
  await page.reload();
  await expect(heading(page)).toHaveText('This application was withdrawn');
  await expectSoundPage(page, testInfo);
  const declined = await createApplication('00000404', submitted);
  await page.goto(declined.url);
  await expect(heading(page)).toHaveText('We cannot lend this time', { timeout: 20_000 });
  await expectSoundPage(page, testInfo);
});

test('waiting turns into the answer by itself', async ({ page }) => {
  const slow = await createApplication('00000408', submitted);
  await page.goto(slow.url);
  await expect(heading(page)).toHaveText('We are deciding');
  expect((await slow.simulate(`decisions/${slow.id}/resolve`)).status).toBe(200);
  await expect(heading(page)).toHaveText('Your offer');
});

test('what was typed is still there when a field cannot be right', async ({ page }) => {
  const application = await createApplication();
  await page.goto(application.url);
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Work e-mail').fill('ada@nowhere'); // an address to the browser, not to us
  await page.getByRole('button', { name: 'Review the application' }).click();
  await expect(page.getByRole('alert').first()).toContainText('What you typed is still there');
  await expect(page.getByLabel('First name')).toHaveValue('Ada');
  await expect(page.getByLabel('Work e-mail')).toHaveValue('ada@nowhere');
  await expect(page.getByLabel('Work e-mail')).toBeFocused();
});

test('the keyboard alone applies', async ({ page }) => {
  const application = await createApplication();
  await page.goto(application.url);
  await page.getByLabel('First name').focus();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ada@example.com');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Is everything right?');
  await page.getByRole('button', { name: 'Submit the application' }).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Your offer', { timeout: 20_000 });
  await page.getByRole('link', { name: 'Choose 12 months' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Your full name').focus();
  await page.keyboard.type('Ada Lovelace');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('The agreement is made');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page applies all the same', async ({ page }) => {
    const application = await createApplication();
    await giveDetails(page, application.url);
    await page.getByRole('button', { name: 'Submit the application' }).click();
    await expect.poll(async () => (await application.read()).status, { timeout: 20_000 }).toBe('approved');
    await page.goto(application.url);
    await page.getByRole('link', { name: 'Choose 12 months' }).click();
    await accept(page);
  });
});

test('a link that is not right shows nothing', async ({ page }) => {
  const { url } = await createApplication();
  for (const wrong of [`${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`, '/apply/nonsense']) {
    expect((await page.goto(wrong))?.status()).toBe(404);
  }
});
