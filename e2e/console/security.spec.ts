// A person keeps the account his own: authenticator app, recovery codes, step-up, password; and finds his way by keys.
import { expect, test, type Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { complaintsOf, expectSoundPage } from '../look';
import { openAccount } from './account';

/** A code that counts: each half minute's code works once, and the next one's is taken early. */
const codeOf = (secret: string, stepsAhead = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + stepsAhead * 30 });

async function turnOnApp(page: Page): Promise<string> {
  await page.goto('/console/security');
  await page.getByRole('button', { name: 'Set up authenticator app' }).click();
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  const secret = await page.getByRole('button', { name: 'Copy key for the authenticator app' }).innerText();
  await page.getByLabel('Code of the app').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Turn on' }).click();
  return secret;
}

test('an authenticator app is set up, proves a step-up, and opens the account', async ({
  page,
  baseURL,
}, testInfo) => {
  test.slow();
  const complaints = complaintsOf(page);
  const { email, password } = await openAccount(page, baseURL!);
  const secret = await turnOnApp(page);
  const shown = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(shown).toHaveCount(10);
  await expectSoundPage(page, testInfo);
  const [first] = await shown.allInnerTexts();
  await page.getByRole('button', { name: 'I stored them' }).click();
  await expect(page.getByText('Authenticator app is on')).toBeVisible();

  await page.getByRole('button', { name: 'Renew recovery codes' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Renew codes' }).click();
  await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
  await page.getByLabel('Code of your authenticator app').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(shown).toHaveCount(10);
  const [renewed] = await shown.allInnerTexts();
  expect(renewed).not.toBe(first);

  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(renewed!);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/console/);
  // The refusals that ask for more are answers, not faults.
  expect(complaints.filter((text) => !/ (401|403) /.test(text))).toEqual([]);
});

test('a password changed here ends the sessions elsewhere', async ({ page, browser, baseURL }, testInfo) => {
  const { email, password } = await openAccount(page, baseURL!);
  const elsewhere = await browser.newContext({ baseURL: baseURL! });
  const other = await elsewhere.newPage();
  await other.goto('/sign-in');
  await other.getByLabel('E-mail address').fill(email);
  await other.getByLabel('Password', { exact: true }).fill(password);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other).toHaveURL(/\/console/);

  await page.goto('/console/security');
  await page.getByLabel('Present password').fill('not the present one');
  await page.getByLabel('New password').fill('lanterns over the quay');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'That is not your present password.' }),
  ).toBeFocused();
  await page.getByLabel('Present password').fill(password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed').first()).toBeVisible();
  await expect(page.getByLabel('New password')).toHaveValue('');
  await expectSoundPage(page, testInfo);

  await other.goto('/console/security');
  await expect(other).toHaveURL(/\/sign-in/);
  await elsewhere.close();
});

test('the palette goes to a page and to any id, by keys alone', async ({ page, baseURL }) => {
  const { project_id: projectId, client_id: clientId } = await openAccount(page, baseURL!);
  await page.goto(`/console/projects/${projectId}/overview`);
  const search = page.getByRole('combobox', { name: 'Search and commands' });
  // The key works as soon as the page listens.
  const open = () =>
    expect(async () => {
      if (!(await search.isVisible())) await page.keyboard.press('Control+k');
      await expect(search).toBeFocused({ timeout: 2_000 });
    }).toPass();

  await open();
  await search.fill('team');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/console/team');
  await expect(search).toBeHidden();

  await open();
  await search.fill(projectId);
  await expect(page.getByRole('option', { name: projectId })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/console/projects/${projectId}/overview`);
  await expect(search).toBeHidden();

  await open();
  await search.fill(clientId);
  await expect(page.getByRole('option', { name: clientId })).toBeVisible();
  await search.fill('app_doesnotexist');
  await expect(page.getByText('Nothing of your account has this id.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
});
