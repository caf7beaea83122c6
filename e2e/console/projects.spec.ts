// Projects as their owner meets them: a sandbox with its secret shown once, the first call seen as it happens, also
// when it is refused, and the end of the project.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { call, mint } from '../api/product';
import { complaintsOf, expectSoundPage } from '../look';
import {
  closeSandbox,
  consoleCall,
  openSandbox,
  ownComplaints,
  signInAsOwner,
  type Sandbox,
} from './sign-in';

const run = promisify(execFile);
const uniqueName = (word: string) =>
  `${word} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

const projectIdOf = (page: Page) => /prj_[0-9a-z]+/.exec(page.url())?.[0] as string;
const panel = (page: Page) => page.getByRole('main');

test.beforeEach(({ page }) => signInAsOwner(page));

test('a sandbox from its name to its first 200 by the lines that the page shows, and to its end', async ({
  page,
}) => {
  test.slow();
  const name = uniqueName('Walk');
  await page.goto('/console/projects');
  await page.getByRole('link', { name: 'New sandbox project' }).click();
  await page.getByRole('button', { name: 'Create sandbox project' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Give the project a name.' })).toBeFocused();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create sandbox project' }).click();

  const reveal = page.getByRole('region', { name: 'Sandbox project created' });
  await expect(reveal.getByText(/^csk_sbx_/)).toBeVisible();
  const lines = await page.getByRole('region', { name: 'Your first call' }).innerText();
  await expect(page.getByRole('button', { name: 'Open project' })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'I stored it' }).check();
  await page.getByRole('button', { name: 'Open project' }).click();

  await expect(page.getByRole('status').filter({ hasText: 'Waiting for your first request' })).toBeVisible();
  await expect(page.getByText(/^csk_sbx_/)).toHaveCount(0);
  const { stdout } = await run('bash', ['-c', lines]);
  expect(JSON.parse(stdout)).toMatchObject({ id: projectIdOf(page), livemode: false });
  await expect(page.getByText(/Your first 200 took (\d+ min )?\d+ s/)).toBeVisible();
  await expect(panel(page).getByText('GET /partner/v1/project', { exact: true })).toBeVisible();

  await page.goto(`/console/projects/${projectIdOf(page)}/settings`);
  await page.getByRole('button', { name: 'Close project' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Close project' }).click();
  await expect(dialog.getByRole('alert')).toContainText('exactly');
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Close project' }).click();
  await expect(page).toHaveURL(/\/console\/projects$/);
  await expect(page.getByRole('table', { name: 'Projects' })).toBeVisible();
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
});

test.describe('of one sandbox', () => {
  let sandbox: Sandbox;
  test.beforeEach(async ({ page }) => {
    sandbox = await openSandbox(page, uniqueName('Panel'));
  });
  test.afterEach(async ({ page }) => {
    const { name } = await consoleCall<{ name: string }>(page, 'GET', `/projects/${sandbox.id}`);
    await closeSandbox(page, { id: sandbox.id, name });
  });

  test('the panel turns to a refused call with its reason, then to the first 200', async ({ page }) => {
    await page.goto(`/console/projects/${sandbox.id}/overview`);
    await expect(
      page.getByText('This panel turns to your call as it happens.', { exact: false }),
    ).toBeVisible();
    const wrong = { ...sandbox, client_secret: `${sandbox.secret.slice(0, -1)}x` };
    await expect(mint(wrong as never)).rejects.toThrow();
    await expect(panel(page).getByText('invalid_client')).toBeVisible();
    await expect(
      panel(page).getByText('the secret is wrong, retired or revoked', { exact: false }),
    ).toBeVisible();
    await expect(panel(page).getByText('401', { exact: true })).toBeVisible();
    const token = await mint({ ...sandbox, client_secret: sandbox.secret } as never);
    expect((await call('/partner/v1/project', { token })).status).toBe(200);
    await expect(page.getByText(/Your first 200 took/)).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'First steps' })).toHaveAttribute(
      'aria-valuenow',
      '1',
    );
  });

  test('settings keep what was typed until it is right', async ({ page }) => {
    await page.goto(`/console/projects/${sandbox.id}/settings`);
    await page.getByRole('button', { name: 'Change addresses' }).click();
    const addresses = page.getByRole('textbox', { name: 'Redirect addresses' });
    await addresses.fill('https://partner.example/back\nhttp://partner.example');
    await page.getByRole('button', { name: 'Save redirect addresses' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Address 2' })).toBeFocused();
    await expect(addresses).toHaveValue(/http:\/\/partner\.example$/);
    await addresses.fill('https://partner.example/back');
    await page.getByRole('button', { name: 'Save redirect addresses' }).click();
    const listed = page.getByRole('list', { name: 'Redirect addresses' }).getByRole('listitem');
    await expect(listed).toHaveText(['https://partner.example/back']);

    await page.getByRole('button', { name: 'Rename project' }).click();
    await page.getByLabel('Project name').fill(`${sandbox.name} anew`);
    await page.getByRole('button', { name: 'Rename project' }).click();
    await expect(page.getByText(`Renamed to “${sandbox.name} anew”`)).toBeVisible();
    await page.reload();
    await expect(page.getByRole('definition').filter({ hasText: `${sandbox.name} anew` })).toBeVisible();
    await expect(listed).toHaveText(['https://partner.example/back']);
  });

  test('a live project is asked for with the company’s details', async ({ page }) => {
    await page.goto(`/console/projects/${sandbox.id}/settings`);
    await page.getByRole('button', { name: 'Ask for a live project' }).click();
    await page.getByLabel('Name of the live project').fill('Harbour live');
    await page.getByLabel('What you will do with it').fill('Our brokers apply for their customers.');
    await page.getByLabel('Registered company name').fill('Harbour Broking Ltd');
    await page.getByLabel('Company number').fill('1');
    await page.getByLabel('Website').fill('https://harbourbroking.example');
    await page.getByLabel('Contact', { exact: true }).fill('Amara Osei');
    await page.getByLabel('Contact’s e-mail').fill('amara.osei@harbourbroking.example');
    await page.getByLabel('Security e-mail').fill('security@harbourbroking.example');
    await page.getByRole('button', { name: 'Ask for a live project' }).click();
    await expect(page.getByRole('textbox', { name: 'Company number' })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await page.getByLabel('Company number').fill('01234567');
    await page.getByRole('button', { name: 'Ask for a live project' }).click();
    await expect(page.getByText('With our staff')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ask for a live project' })).toHaveCount(0);
  });

  test('every page of projects is sound', async ({ page }, testInfo) => {
    test.slow(); // axe takes its time on a busy machine
    const complaints = complaintsOf(page);
    for (const place of ['', '/new', `/${sandbox.id}/overview`, `/${sandbox.id}/settings`]) {
      await page.goto(`/console/projects${place}`);
      await expectSoundPage(page, testInfo);
    }
    expect(ownComplaints(complaints)).toEqual([]);
  });
});
