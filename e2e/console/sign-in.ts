// Signs in to the console as the seeded owner. One session for all workers: an authenticator code counts once.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { credentials } from '../api/product';

interface Person {
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly totp_secret: string;
}

const stepMs = 30_000;
const attempts = 4;

const shared = () => path.join(tmpdir(), `partner-platform-e2e-owner-${process.env['E2E_PORT']}.cookie`);

export async function owner(): Promise<Person> {
  const { people } = (await credentials()) as unknown as { people: readonly Person[] };
  const found = people.find(({ role }) => role === 'owner');
  if (!found) throw new Error('The seed has no owner.');
  return found;
}

/** What a browser of ours sends with a change. */
export async function ownHeaders(): Promise<Record<string, string>> {
  const { origin } = await credentials();
  return { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
}

async function signIn(): Promise<string> {
  const { origin } = await credentials();
  const { email, password, totp_secret: secret } = await owner();
  for (let attempt = 1; ; attempt += 1) {
    const asked = await fetch(`${origin}/api/auth/csrf`);
    const { csrfToken } = (await asked.json()) as { csrfToken: string };
    const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
      method: 'POST',
      headers: { ...(await ownHeaders()), cookie: asked.headers.getSetCookie()[0]?.split(';')[0] ?? '' },
      body: JSON.stringify({ csrfToken, email, password, code: generateSync({ secret }) }),
    });
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    const cookie = cookies.find((one) => one.includes('credicorp_console='));
    if (answer.ok && cookie) return cookie;
    if (attempt === attempts) throw new Error(`Sign-in was refused: ${await answer.text()}`);
    await pause(stepMs - (Date.now() % stepMs)); // somebody else used this code; the next one comes
  }
}

async function ownerCookie(): Promise<string> {
  const file = shared();
  for (;;) {
    const known = await readFile(file, 'utf8').catch(() => undefined);
    if (known !== undefined) return known;
    const isFirst = await mkdir(`${file}.lock`).then(
      () => true,
      () => false,
    );
    if (!isFirst) {
      await pause(200);
      continue;
    }
    try {
      const cookie = await signIn();
      await writeFile(`${file}.new`, cookie);
      await rename(`${file}.new`, file);
    } finally {
      await rm(`${file}.lock`, { recursive: true });
    }
  }
}

/** The page is the owner's from here on. */
export async function signInAsOwner(page: Page): Promise<void> {
  const { origin } = await credentials();
  const cookie = await ownerCookie();
  const at = cookie.indexOf('=');
  await page.context().addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }]);
}

/** Calls a route of the console as the page's person; throws unless it is granted. */
export async function consoleCall<Answer>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  route: string,
  body?: object,
): Promise<Answer> {
  const { origin } = await credentials();
  const answer = await page.request.fetch(`${origin}/api/console${route}`, {
    method,
    headers: await ownHeaders(),
    ...(body && { data: body }),
  });
  if (!answer.ok()) throw new Error(`${method} ${route}: ${answer.status()} ${await answer.text()}`);
  return (answer.status() === 204 ? undefined : await answer.json()) as Answer;
}

export interface Sandbox {
  readonly id: string;
  readonly name: string;
  readonly client_id: string;
  readonly secret: string;
}

/** A sandbox project of the test's own; close it at the end, for an account has ten at most. */
export async function openSandbox(page: Page, name: string): Promise<Sandbox> {
  const made = await consoleCall<{ id: string; client_id: string; secret: { secret: string } }>(page, 'POST', '/projects', { name }); // prettier-ignore
  return { id: made.id, name, client_id: made.client_id, secret: made.secret.secret };
}

export async function closeSandbox(page: Page, { id, name }: Pick<Sandbox, 'id' | 'name'>): Promise<void> {
  await consoleCall(page, 'POST', `/projects/${id}/close`, { name });
}

/** Without the 404s of pages that the navigation fetches ahead: they are the matter of those pages' own specs. */
export function ownComplaints(complaints: readonly string[]): string[] {
  return complaints.filter((text) => !/^Failed to load resource: .* 404 /.test(text));
}
