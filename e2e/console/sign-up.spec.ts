// The way in and out of an account. From nothing to the first 200: walk.spec.ts.
import { expect, test } from '@playwright/test';
import { complaintsOf, expectSoundPage } from '../look';
import { openAccount } from './account';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('out and in again, and the pages of the account are sound', async ({ page, baseURL }, testInfo) => {
  test.slow();
  const complaints = complaintsOf(page);
  const { email, password } = await openAccount(page, baseURL!);
  await page.goto('/console');
  await expect(page).toHaveURL(/\/console\/projects\/prj_[^/]+\/overview$/);
  await expect(page.getByText('Sandbox: simulated companies, no money moves')).toBeVisible();
  await page.getByRole('button', { name: 'Account of Ada Lovelace' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expectSoundPage(page, testInfo);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/console\/projects\//);
  for (const path of ['/console/projects', '/console/team', '/console/security', '/console/audit']) {
    await page.goto(path);
    await expectSoundPage(page, testInfo);
  }
  expect(complaints).toEqual([]);
});

test('an empty form says what is missing, keeps the rest, and takes the focus to the summary', async ({
  page,
}) => {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByRole('button', { name: 'Create account' }).click();
  const summary = page.getByRole('alert').filter({ hasText: '3 things need your attention' });
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: 'Use at least 15 characters.' }).click();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Lovelace');
});

test('a console page sends a stranger to the sign-in', async ({ page }) => {
  await page.goto('/console/team');
  await expect(page).toHaveURL(/\/sign-in/);
});
