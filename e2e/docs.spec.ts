// The documentation: every page is sound, every link and every error code resolves, what it says is what the API does.
import { execFile, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { errorCatalogue, errorCodes } from '@/lib/core/errors';
import { docsPages } from '@/app/docs/navigation';
import { clientOn } from './api/product';
import { openAccount } from './console/account';
import { complaintsOf, expectSoundPage } from './look';

/** Pages of a kind, one of each. */
const deeperPages = [
  { href: '/docs/errors/rate_limited', title: 'rate_limited' },
  { href: '/docs/api/applications', title: 'Applications' },
];

/** The links of a page or a part of it. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
}

/** Reads pages that are there, each once. */
function pagesRead(request: APIRequestContext) {
  const pages = new Map<string, string>();
  return async (path: string) => {
    if (!pages.has(path)) {
      const response = await request.get(path);
      expect(response.status(), path).toBe(200);
      pages.set(path, await response.text());
    }
    return pages.get(path)!;
  };
}

for (const { href, title } of [...docsPages, ...deeperPages]) {
  test(`${href} is sound`, async ({ page }, testInfo) => {
    test.slow(); // axe takes its time over a long page on a busy machine
    const complaints = complaintsOf(page);
    await page.goto(href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expectSoundPage(page, testInfo);
    expect(complaints).toEqual([]);
  });
}

test.describe('asked over HTTP, which is the same on every screen', () => {
  test.skip(({ isMobile }) => isMobile);

  test('every error code has a page that says what happened and what to do', async ({ request }) => {
    for (const code of errorCodes) {
      const response = await request.get(`/docs/errors/${code}`);
      expect(response.status(), code).toBe(200);
      const html = await response.text();
      expect(html, code).toContain(errorCatalogue[code].summary);
      expect(html, code).toContain('What to do');
    }
  });

  test('an unknown code is 404', async ({ request }) => {
    for (const code of ['no_such_code', 'RATE_LIMITED', 'constructor']) {
      expect((await request.get(`/docs/errors/${code}`)).status(), code).toBe(404);
    }
  });

  test('every link inside the documentation resolves, fragments included', async ({ request, baseURL }) => {
    const read = pagesRead(request);
    const targets = new Set<string>();
    for (const { href } of docsPages) {
      const links = linksOf(await read(href)).map((link) => new URL(link, `${baseURL}${href}`));
      expect(links.length, href).toBeGreaterThan(0);
      for (const { origin, pathname, hash } of links)
        if (origin === baseURL) targets.add(`${pathname}${hash}`);
    }
    for (const target of targets) {
      const [path, fragment] = target.split('#') as [string, string?];
      const html = await read(path);
      if (fragment !== undefined) expect(html, target).toContain(`id="${fragment}"`);
    }
  });

  test('the API reference shows every operation of the served document', async ({ request }) => {
    const read = pagesRead(request);
    const served = await (await request.get('/partner/v1/openapi.json')).json();
    const ids = Object.values(served.paths as Record<string, Record<string, { operationId?: string }>>)
      .flatMap((item) => Object.values(item))
      .flatMap(({ operationId }) => operationId ?? []);
    expect(ids.length).toBeGreaterThan(5);
    const [, operations] =
      /<nav[^>]*aria-label="Operations"[^>]*>(.*?)<\/nav>/s.exec(await read('/docs/api')) ?? [];
    const targets = linksOf(operations ?? '');
    for (const id of ids) {
      const target = targets.find((href) => href.endsWith(`#${id}`));
      expect(target, id).toBeDefined();
      expect(await read(target!.split('#')[0]!), id).toContain(`id="${id}"`);
    }
    expect((await request.get('/docs/api/no-such-group')).status()).toBe(404);
  });

  test('llms.txt lists every page, and well-known documents are where they belong', async ({ request }) => {
    const list = await (await request.get('/llms.txt')).text();
    for (const { href } of docsPages) expect(list).toContain(`${href})`);
    for (const name of ['api-catalog', 'security.txt'])
      expect((await request.get(`/.well-known/${name}`)).status(), name).toBe(200);
  });

  test('what only looks like the ring is refused in the envelope', async ({ request }) => {
    for (const target of ['/partner', '/partner/v2/project', '/partner/v1x', '/public/v2/status']) {
      const answer = await request.get(target);
      expect([target, answer.status(), (await answer.json()).error.code]).toEqual([
        target,
        404,
        'route_not_found',
      ]);
    }
  });
});

test('a copy button copies exactly what stands there, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/docs/quickstart');
  const button = page.getByRole('button', { name: 'Copy Mint a token' });
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  const shown = await page.getByRole('region', { name: 'Mint a token' }).textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
});

test('a copy button whose browser refuses says what to do instead', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await page.goto('/docs/quickstart');
  await page.getByRole('button', { name: 'Copy Mint a token' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'select the text instead' })).toBeAttached();
});

test('on a phone the list of pages unfolds, and folds when one was chosen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/docs/quickstart');
  const list = page.getByRole('navigation', { name: 'Documentation' });
  await expect(list).toBeHidden();
  await page.getByText('Documentation: Quickstart').click();
  await list.getByRole('link', { name: 'Rate limits' }).click();
  await expect(page).toHaveURL('/docs/rate-limits');
  await expect(list).toBeHidden();
  await expect(page.getByText('Documentation: Rate limits')).toBeVisible();
});

/** Runs what the block called `title` shows, as a reader would paste it; `then` is what he types after it. */
async function paste(
  page: Page,
  title: string,
  variables: Record<string, string>,
  then = '',
): Promise<string> {
  const shown = (await page.getByRole('region', { name: title, exact: true }).textContent()) ?? '';
  const { stdout } = await promisify(execFile)('bash', ['-c', `${shown}\n${then}`], {
    env: { ...process.env, ...variables },
  });
  return stdout;
}

test('the calls of the quickstart work when pasted', async ({ page }) => {
  const client = await clientOn('build');
  await page.goto('/docs/quickstart');
  const keys = { CLIENT_ID: client.client_id, CLIENT_SECRET: client.client_secret };
  const TOKEN = await paste(page, 'Mint a token', keys, 'printf %s "$TOKEN"');
  expect(TOKEN.split('.')).toHaveLength(3);

  const project = JSON.parse(await paste(page, 'Read your project', { TOKEN }));
  expect(project).toMatchObject({ object: 'project', livemode: false, tier: 'build' });

  const application = JSON.parse(await paste(page, 'Create an application', { TOKEN }));
  expect(application).toMatchObject({ object: 'application', reference: 'quickstart-1' });
  // A second paste is the same application, as the page says.
  expect(JSON.parse(await paste(page, 'Create an application', { TOKEN })).id).toBe(application.id);

  // The block starts with a line in which the reader puts his own id.
  const shown =
    (await page.getByRole('region', { name: 'Read the decision', exact: true }).textContent()) ?? '';
  const read = shown.replace('app_…', application.id as string);
  await expect
    .poll(async () => {
      const { stdout } = await promisify(execFile)('bash', ['-c', read], { env: { ...process.env, TOKEN } });
      return JSON.parse(stdout).outcome;
    })
    .toBe('approved');
});

test('the quickstart and the reference know who reads: own client filled in, an operation tried in the own sandbox', async ({
  page,
  baseURL,
}) => {
  await page.goto('/docs/api/project');
  const tryIt = page.getByRole('region', { name: 'Try it in sandbox' });
  await page
    .getByRole('button', { name: /^Try it in sandbox/ })
    .first()
    .click();
  await expect(tryIt.getByRole('link', { name: 'Sign in' })).toBeVisible();

  const account = await openAccount(page, baseURL!);
  await page.goto('/docs/quickstart');
  await expect(page.getByRole('region', { name: 'Your client' })).toContainText(
    `export CLIENT_ID=${account.client_id}`,
  );
  await page.goto('/docs/api/project');
  await page
    .getByRole('button', { name: /^Try it in sandbox/ })
    .first()
    .click();
  await tryIt.getByRole('button', { name: 'Send in sandbox' }).click();
  await expect(tryIt.getByRole('region', { name: 'Answer' })).toContainText(account.project_id);
  await tryIt.getByRole('textbox').fill('/partner/v1/oauth/token');
  await tryIt.getByRole('button', { name: 'Send in sandbox' }).click();
  await expect(tryIt.getByRole('alert')).toContainText('outside its token endpoints');
});

for (const { tab, file, program } of [
  { tab: 'TypeScript', file: 'quickstart.ts', program: path.resolve('node_modules/.bin/node') },
  { tab: 'Python', file: 'quickstart.py', program: 'python3' },
]) {
  test(`the quickstart in ${tab} runs as it stands`, async ({ page }, testInfo) => {
    test.skip(spawnSync(program, ['--version']).status !== 0, `${program} is not installed`);
    const client = await clientOn('build');
    await page.goto('/docs/quickstart');
    await page.getByRole('tab', { name: tab }).click();
    const shown = await page.getByRole('region', { name: file, exact: true }).textContent();
    const target = testInfo.outputPath(file);
    await writeFile(target, shown ?? '');
    const { stdout } = await promisify(execFile)(program, [target], {
      env: { ...process.env, CLIENT_ID: client.client_id, CLIENT_SECRET: client.client_secret },
    });
    expect(JSON.parse(stdout)).toMatchObject({ object: 'decision', outcome: 'approved' });
  });
}

test('the status page says what the public ring says', async ({ page, request }, testInfo) => {
  // From an address of its own: the specs of the ring use up the window of this machine's.
  const answer = await request.get('/public/v1/status', { headers: { 'x-forwarded-for': '192.0.2.201' } });
  expect(answer.status()).toBe(200);
  const { components } = await answer.json();
  await page.goto('/status');
  for (const { name } of components)
    await expect(page.getByRole('main').getByText(name, { exact: true })).toBeVisible();
  await expectSoundPage(page, testInfo);
});
