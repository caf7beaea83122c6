// The public face: landing page, theme, headers, the pages that only say what went wrong, and the gallery.
import { expect, test } from '@playwright/test';
import { firstLoadBudgetBytes, firstLoadScriptBytes } from './first-load';
import { complaintsOf, expectSoundPage } from './look';

for (const [name, path] of [
  ['landing page', '/'],
  ['gallery of primitives', '/dev/ui'],
] as const) {
  test(`the ${name} is sound`, async ({ page }, testInfo) => {
    test.slow(); // axe takes its time over a long page on a busy machine
    const complaints = complaintsOf(page);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSoundPage(page, testInfo, { shownTwice: path === '/dev/ui' });
    expect(complaints).toEqual([]);
  });
}

test('an address without a page says so', async ({ page }, testInfo) => {
  const response = await page.goto('/no-such-page');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
  await expect(page.getByRole('link', { name: 'Open the documentation' })).toHaveAttribute('href', '/docs');
  await expectSoundPage(page, testInfo);
});

test('the first act leads to the sign-up', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Get sandbox keys' }).click();
  await expect(page).toHaveURL('/sign-up');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Get sandbox keys');
});

test('the keyboard can skip to the content and move through the tabs', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/#content');

  await page.getByRole('tab', { name: '1. Mint' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: '2. Apply' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: 'Create an application' })).toBeVisible();
});

test('a chosen theme stays, and is there with the first byte', async ({ page, request }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const lightPaper = await paper();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect.poll(paper).not.toBe(lightPaper);
  const darkPaper = await paper();
  await page.reload();
  expect(await paper()).toBe(darkPaper);
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();

  const html = await (await request.get('/', { headers: { cookie: 'theme=dark' } })).text();
  expect(html).toMatch(/<html[^>]* data-theme="dark"/);

  await page.getByRole('radio', { name: 'As the system' }).check({ force: true });
  await expect.poll(paper).toBe(lightPaper);
});

test('a dialog holds the focus and gives it back', async ({ page }) => {
  await page.goto('/dev/ui');
  const trigger = page.getByRole('button', { name: 'Revoke client (light)' });
  await trigger.click();
  const dialog = page.getByRole('dialog', { name: /Revoke/ });
  await expect(dialog).toBeVisible();
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(trigger).toBeFocused();
});

test('every page carries the security headers, with a nonce of its own', async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of [
    '/',
    '/docs/quickstart',
    '/docs/errors/rate_limited',
    '/no-such-page',
    '/docs/errors/no_such_code',
  ]) {
    const response = await request.get(path);
    const headers = response.headers();
    const policy = headers['content-security-policy'] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(nonce, path).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    nonces.add(nonce);
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toContain('unsafe');
    expect(headers['strict-transport-security'], path).toContain('max-age=63072000');
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin');
    expect(headers['x-powered-by'], path).toBeUndefined();
    // Every script that runs carries the nonce of this answer.
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(5);
});

for (const path of ['/', '/docs/quickstart', '/docs/api/applications']) {
  test(`the first load of ${path} needs at most 180 kB of script`, async ({ page }) => {
    const total = await firstLoadScriptBytes(page, path);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(firstLoadBudgetBytes);
  });
}
