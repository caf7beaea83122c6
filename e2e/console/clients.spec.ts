// OAuth clients as a developer meets them: made, used, rotated on evidence, revoked by name.
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@playwright/test';
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

const uniqueName = (word: string) =>
  `${word} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

let sandbox: Sandbox;

test.beforeEach(async ({ page }) => {
  await signInAsOwner(page);
  sandbox = await openSandbox(page, uniqueName('Clients'));
});
test.afterEach(({ page }) => closeSandbox(page, sandbox));

const tokenOf = (clientId: string, secret: string) =>
  mint({ ...sandbox, client_id: clientId, client_secret: secret } as never);

async function callWith(secret: string): Promise<number> {
  const token = await tokenOf(sandbox.client_id, secret);
  return (await call('/partner/v1/project', { token })).status;
}

test('a client is made with its scopes and shows its secret once', async ({ page }) => {
  await page.goto(`/console/projects/${sandbox.id}/clients`);
  await page.getByRole('link', { name: 'Create client' }).click();
  await page.getByRole('button', { name: 'Create client' }).click();
  const summary = page.getByRole('alert').filter({ hasText: '2 things need your attention' });
  await expect(summary).toBeFocused();
  await page.getByLabel('Name').fill('Checkout');
  await page.getByRole('button', { name: 'Payments', exact: true }).click();
  await page.getByRole('checkbox', { name: /applications:read/ }).check();
  await page.getByRole('button', { name: 'Create client' }).click();
  const secret = await page.getByText(/^csk_sbx_/).innerText();
  const clientId = await page
    .getByText(/^cid_sbx_/)
    .first()
    .innerText();
  await page.getByRole('checkbox', { name: 'I stored it' }).check();
  await page.getByRole('button', { name: 'Open client' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Scopes' }).getByRole('listitem')).toHaveText([
    'applications:read',
    'payments:read',
    'payments:write',
  ]);
  await expect(page.getByText(secret)).toHaveCount(0);
  expect(await tokenOf(clientId, secret)).toBeTruthy();
});

test('a client with a key of its own: a private key is refused in the browser, a public one is taken', async ({
  page,
}) => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await page.goto(`/console/projects/${sandbox.id}/clients/new`);
  await page.getByLabel('Name').fill('Signer');
  await page.getByRole('button', { name: 'Everything' }).click();
  await page.getByRole('radio', { name: /With a key of its own/ }).check();
  const jwk = page.getByLabel('Public key as JWK');
  await jwk.fill(JSON.stringify(pair.privateKey.export({ format: 'jwk' })));
  await page.getByRole('button', { name: 'Create client' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'That is a private key.' })).toBeFocused();
  await jwk.fill(JSON.stringify(pair.publicKey.export({ format: 'jwk' })));
  await page.getByRole('button', { name: 'Create client' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Signer' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Credentials' })).toContainText('Public key');
});

test('a secret is rotated on evidence: create, deploy, watch, retire', async ({ page }) => {
  test.slow();
  expect(await callWith(sandbox.secret)).toBe(200);
  await page.goto(`/console/projects/${sandbox.id}/clients/${sandbox.client_id}/rotate`);
  const step = page.getByRole('list', { name: 'Steps' }).locator('[aria-current=step]');
  await expect(step).toContainText('Create');
  await page.getByRole('button', { name: 'Create secret' }).click();
  const secret = await page.getByText(/^csk_sbx_/).innerText();
  await page.getByRole('checkbox', { name: 'I stored it' }).check();
  await page.getByRole('button', { name: 'Go on and watch' }).click();
  await expect(step).toContainText('Deploy');
  await expect(
    page.getByText('Waiting for the first call with the new secret', { exact: false }),
  ).toBeVisible();
  await expect(page.getByText('Last caller of the old secret')).toBeVisible();
  expect(await callWith(secret)).toBe(200);
  await expect(step).toContainText('Watch');
  await expect(page.getByTestId('calls-of-new')).not.toHaveText('0 calls');
  await expect(page.getByTestId('calls-of-old')).not.toHaveText('0 calls');
  await page.getByRole('button', { name: /^Retire secret/ }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Last used');
  await dialog.getByRole('button', { name: 'Retire secret' }).click();
  await expect(page.getByRole('table', { name: 'Credentials' })).toContainText('Retired');
  await expect(tokenOf(sandbox.client_id, sandbox.secret)).rejects.toThrow();
  expect(await callWith(secret)).toBe(200);
});

test('a client is revoked by its name and is dead within a second', async ({ page }) => {
  const token = await tokenOf(sandbox.client_id, sandbox.secret);
  expect((await call('/partner/v1/project', { token })).status).toBe(200);
  await page.goto(`/console/projects/${sandbox.id}/clients/${sandbox.client_id}`);
  await page.getByRole('button', { name: 'Revoke client' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox').fill('First');
  await dialog.getByRole('button', { name: 'Revoke client' }).click();
  await expect(dialog.getByRole('alert')).toContainText('exactly');
  await dialog.getByRole('textbox').fill('First client');
  await dialog.getByRole('button', { name: 'Revoke client' }).click();
  await expect(page).toHaveURL(/\/clients$/);
  await expect(page.getByRole('table', { name: 'OAuth clients' })).toContainText('Revoked');
  await expect(async () => {
    expect((await call('/partner/v1/project', { token })).status).toBe(401);
  }).toPass({ timeout: 1_000 });
});

test('every page of clients is sound', async ({ page }, testInfo) => {
  test.slow(); // axe takes its time on a busy machine
  const complaints = complaintsOf(page);
  const home = `/console/projects/${sandbox.id}/clients`;
  for (const place of ['', '/new', `/${sandbox.client_id}`, `/${sandbox.client_id}/rotate`]) {
    await page.goto(`${home}${place}`);
    await expectSoundPage(page, testInfo);
  }
  await consoleCall(page, 'POST', `/projects/${sandbox.id}/clients/${sandbox.client_id}/secrets`, {});
  await page.goto(`${home}/${sandbox.client_id}/rotate`);
  await expectSoundPage(page, testInfo);
  expect(ownComplaints(complaints)).toEqual([]);
});
