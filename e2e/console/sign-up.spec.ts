// A stranger serves himself: account, address, secret, first call, out and in again. On a desk and on a phone.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { colourSchemes, complaintsOf, expectSoundPage } from '../look';
import { codeFor } from './account';

const run = promisify(execFile);
const password = 'harbour lantern fourteen';

for (const colorScheme of colourSchemes) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('from nothing to the first 200, out and in again', async ({ page }, testInfo) => {
      test.slow();
      const complaints = complaintsOf(page);
      const email = `ada.${randomUUID().slice(0, 8)}@partner.example`;

      await page.goto('/sign-up');
      await expectSoundPage(page, testInfo);
      await page.getByLabel('Your name').fill('Ada Lovelace');
      await page.getByLabel('Company name').fill('Engine Finance Ltd');
      await page.getByLabel('Work e-mail address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Create account' }).click();

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail');
      await expectSoundPage(page, testInfo);
      await page.getByLabel('Six-digit code').fill(await codeFor(page, email));
      await page.getByRole('button', { name: 'Confirm address' }).click();

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your sandbox is open');
      await expectSoundPage(page, testInfo);
      const mint = await page.getByRole('region', { name: '1. Mint a token' }).innerText();
      const call = await page.getByRole('region', { name: '2. Ask who you are' }).innerText();
      const { stdout } = await run('bash', ['-c', `${mint}\n${call}`]);
      expect(JSON.parse(stdout)).toMatchObject({ object: 'project', livemode: false });

      await expect(page.getByRole('button', { name: 'Open your project' })).toBeDisabled();
      await page.getByLabel('I stored it').check();
      await page.getByRole('button', { name: 'Open your project' }).click();
      await expect(page).toHaveURL(/\/console\/projects\/prj_[^/]+\/overview$/);
      await expectSoundPage(page, testInfo);
      await expect(page.getByText('Sandbox: simulated companies, no money moves')).toBeVisible();

      await page.getByRole('button', { name: 'Account of Ada Lovelace' }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await expect(page).toHaveURL(/\/sign-in/);
      await expectSoundPage(page, testInfo);
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page).toHaveURL(/\/console\/projects\//);
      for (const path of ['/console/projects', '/console/team', '/console/security']) {
        await page.goto(path);
        await expectSoundPage(page, testInfo);
      }
      expect(complaints).toEqual([]);
    });
  });
}

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
