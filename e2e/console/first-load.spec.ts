// Every page for people keeps the budget of script, those that come later too: the list is the tree of pages.
import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { credentials } from '../api/product';
import { firstLoadBudgetBytes, firstLoadScriptBytes } from '../first-load';
import { openAccount, ownHeaders } from './account';

/** Addresses of the pages under `folder` whose only parameter is the project. */
function addressesOf(folder: string, projectId: string): string[] {
  return globSync(`app/${folder}/**/page.tsx`, { cwd: path.resolve(import.meta.dirname, '../..') })
    .map((file) =>
      path
        .dirname(file)
        .replace(/^app/, '')
        .replaceAll(/\/\([^)]+\)/g, '')
        .replace(/\/\[\[[^/]+\]\]$/, '')
        .replace('[projectId]', projectId),
    )
    .filter((address) => !address.includes('['))
    .toSorted();
}

async function expectWithinBudget(page: Page, addresses: readonly string[]) {
  expect(addresses.length).toBeGreaterThan(0);
  const sizes: Record<string, number> = {};
  for (const address of addresses) sizes[address] = await firstLoadScriptBytes(page, address);
  test.info().annotations.push({ type: 'script bytes', description: JSON.stringify(sizes) });
  for (const [address, bytes] of Object.entries(sizes)) {
    expect.soft(bytes, address).toBeGreaterThan(0);
    expect.soft(bytes, address).toBeLessThanOrEqual(firstLoadBudgetBytes);
  }
}

// Scripts are the same on every screen.
test.skip(({ isMobile }) => isMobile);
test.slow();

test('the first load of every page that asks who is there stays within the budget', async ({ page }) => {
  await expectWithinBudget(page, addressesOf('(auth)', ''));
});

test('the first load of every console page stays within the budget', async ({ page, baseURL }) => {
  const account = await openAccount(page, baseURL!);
  await expectWithinBudget(page, addressesOf('(console)', account.project_id));
});

test('the first load of every operations page stays within the budget', async ({ page }) => {
  const { origin, people } = (await credentials()) as unknown as {
    origin: string;
    people: readonly { email: string; password: string; role: string; totp_secret: string }[];
  };
  const admin = people.find(({ role }) => role === 'admin')!;
  // Another spec may have used the code of this half minute.
  await expect(async () => {
    const { email, password, totp_secret: secret } = admin;
    const answer = await page.request.post('/api/ops/auth/sign-in', {
      data: { email, password, code: generateSync({ secret }) },
      headers: ownHeaders(origin),
    });
    expect(answer.status()).toBe(200);
  }).toPass({ intervals: [10_000], timeout: 90_000 });
  await expectWithinBudget(page, addressesOf('(ops)', ''));
});
