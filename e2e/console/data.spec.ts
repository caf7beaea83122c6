// What a program has made, as its developer looks at it: an application with its timeline, what can be played and why not,
// and the clock of the sandbox.
import { expect, test } from '@playwright/test';
import { call, mint, until, type SeededClient } from '../api/product';
import { complaintsOf, expectSoundPage } from '../look';
import { openAccount, ownHeaders } from './account';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('an application is found, explains itself, and ends when the clock is moved', async ({
  page,
  baseURL,
}, testInfo) => {
  test.slow(); // axe takes its time on a busy machine
  const complaints = complaintsOf(page);
  const { project_id: projectId, client_id: clientId } = await openAccount(page, baseURL!);
  const made = await page.request.post(`/api/console/projects/${projectId}/clients/${clientId}/secrets`, {
    data: {},
    headers: ownHeaders(baseURL!),
  });
  const { secret } = (await made.json()) as { secret: { secret: string } };
  const token = await mint({ client_id: clientId, client_secret: secret.secret } as SeededClient);
  const application = await call('/partner/v1/applications', {
    method: 'POST',
    token,
    body: {
      business: { company_number: '00000401' },
      amount_pence: 2_500_000,
      term_months: 12,
      applicant: { email: 'ada@healthy.example', first_name: 'Ada' },
      reference: 'loan-7',
    },
  });
  const id = application.json.id as string;
  await until(
    () => call(`/partner/v1/applications/${id}`, { token }),
    ({ json }) => json.status === 'approved',
  );

  await page.goto(`/console/projects/${projectId}/data/applications`);
  const row = page.getByRole('row').filter({ hasText: 'loan-7' });
  await expect(row).toContainText('Healthy Ltd (00000401)');
  await expect(row).toContainText('approved');
  await page.getByRole('link', { name: id }).click();
  const panel = page.getByRole('dialog', { name: 'Application' });
  await expect(panel.getByText('application.submitted')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Resolve review' })).toBeDisabled();
  await expect(panel.getByText('Not from “approved”', { exact: false })).toBeVisible();
  await expectSoundPage(page, testInfo);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();

  await page.getByRole('button', { name: 'Advance clock' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('By').selectOption('31 days');
  await expectSoundPage(page, testInfo);
  await dialog.getByRole('button', { name: 'Advance clock' }).click();
  await expect(row).toContainText('expired');
  await expect(page.getByText('Here it is')).toBeVisible();
  expect(complaints).toEqual([]);
});
