// Accounts for the specs of the console: a stranger's own, made over HTTP the way the pages make it.
import { randomInt, randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';

/** What a page of ours sends with a change. */
export function ownHeaders(origin: string): Record<string, string> {
  return { origin, 'sec-fetch-site': 'same-origin' };
}

/** The page's requests come from an address of their own from now on: one address may cause so many mails an hour. */
export async function fromOwnAddress(page: Page): Promise<void> {
  const address = [10, randomInt(256), randomInt(256), randomInt(1, 255)].join('.');
  await page.context().setExtraHTTPHeaders({ 'x-forwarded-for': address });
}

/** The six digits of the mail that development keeps instead of sending it. */
export async function codeFor(page: Page, email: string): Promise<string> {
  const mails = await page.context().newPage();
  await expect(async () => {
    await mails.goto('/dev/mail');
    await expect(mails.getByText(`To ${email}`)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const heading = await mails
    .getByRole('listitem')
    .filter({ hasText: `To ${email}` })
    .getByRole('heading')
    .first()
    .innerText();
  await mails.close();
  expect(heading).toMatch(/^\d{6} is your code$/);
  return heading.slice(0, 6);
}

export interface OpenedAccount {
  readonly email: string;
  readonly password: string;
  readonly project_id: string;
  readonly client_id: string;
}

/** Signs a stranger up and confirms the address; the page is signed in from then on. */
export async function openAccount(page: Page, origin: string): Promise<OpenedAccount> {
  await fromOwnAddress(page);
  const email = `ada.${randomUUID().slice(0, 8)}@partner.example`;
  const password = 'harbour lantern fourteen';
  const send = (path: string, data: object) => page.request.post(path, { data, headers: ownHeaders(origin) });
  const asked = await send('/api/auth/sign-up', {
    name: 'Ada Lovelace',
    company_name: 'Engine Finance Ltd',
    email,
    password,
  });
  expect(asked.ok(), await asked.text()).toBe(true);
  const verified = await send('/api/auth/verify', { code: await codeFor(page, email) });
  expect(verified.status(), await verified.text()).toBe(201);
  return { email, password, ...((await verified.json()) as { project_id: string; client_id: string }) };
}
