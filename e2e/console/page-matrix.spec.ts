// Every page of people × who asks for it equals the table below, and the table is the tree of pages: a new page must say
// here who may see it. Asked over HTTP, without a browser's help.
import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { codeFor, openAccount, ownHeaders, type OpenedAccount } from './account';

const roles = ['read_only', 'developer', 'admin', 'owner'] as const;
type Role = (typeof roles)[number];

const project = 'projects/[projectId]';
/** The least role that sees a page of the console. */
const consolePages: Readonly<Record<string, Role>> = {
  '': 'read_only',
  audit: 'read_only',
  projects: 'read_only',
  'projects/new': 'developer',
  security: 'read_only',
  team: 'read_only',
  [project]: 'read_only',
  [`${project}/clients`]: 'read_only',
  [`${project}/clients/[clientId]`]: 'read_only',
  [`${project}/clients/[clientId]/rotate`]: 'developer',
  [`${project}/clients/new`]: 'developer',
  [`${project}/data`]: 'read_only',
  [`${project}/data/[resource]/[[...objectId]]`]: 'read_only',
  [`${project}/go-live`]: 'read_only',
  [`${project}/overview`]: 'read_only',
  [`${project}/requests/[[...requestId]]`]: 'read_only',
  [`${project}/settings`]: 'read_only',
  [`${project}/usage`]: 'read_only',
  [`${project}/webhooks`]: 'read_only',
  [`${project}/webhooks/[endpointId]`]: 'read_only',
  [`${project}/webhooks/[endpointId]/edit`]: 'developer',
  [`${project}/webhooks/events/[[...eventId]]`]: 'read_only',
  [`${project}/webhooks/new`]: 'developer',
};

const root = path.resolve(import.meta.dirname, '../..');
const pagesOf = (folder: string) =>
  globSync(`${folder}/**/page.tsx`, { cwd: root })
    .map((file) => path.relative(folder, path.dirname(file)))
    .toSorted();

/** Asked over HTTP: the same on every screen. */
test.skip(({ isMobile }) => isMobile);

interface Place {
  readonly page: string;
  readonly least: Role;
  readonly address: string;
}

interface Ids {
  readonly projectId: string;
  readonly clientId: string;
  readonly endpointId: string;
}

function placesOf({ projectId, clientId, endpointId }: Ids): Place[] {
  return Object.entries(consolePages).map(([page, least]) => ({
    page,
    least,
    address: `/console/${page}`
      .replace('[projectId]', projectId)
      .replace('[clientId]', clientId)
      .replace('[endpointId]', endpointId)
      .replace('[resource]', 'applications')
      .replace(/\/\[\[[^/]+\]\]$/, '')
      .replace(/\/$/, ''),
  }));
}

/** As the server draws it, or as it tells the browser to draw it where the frame was under way already. */
const nothingHere = /<h1[^>]*>Not found<\/h1>|NEXT_HTTP_ERROR_FALLBACK;404/;
const toTheDoor = /NEXT_REDIRECT;replace;\/sign-in/;

/** What a page is for whoever asks: shown, nothing there, or the door. */
async function verdict(request: APIRequestContext, address: string): Promise<string> {
  const answer = await request.get(address, { maxRedirects: 0 });
  const location = answer.headers()['location'];
  if (location !== undefined) return location.startsWith('/sign-in') ? 'sign in' : 'shown';
  const text = await answer.text();
  // A page that redirects while it streams says so in its text.
  if (toTheDoor.test(text)) return 'sign in';
  return answer.status() === 404 || nothingHere.test(text) ? 'nothing' : 'shown';
}

async function addEndpoint(page: Page, origin: string, { project_id: projectId }: OpenedAccount) {
  const made = await page.request.post(`/api/console/projects/${projectId}/webhooks/endpoints`, {
    data: { url: 'https://example.com/webhooks', enabled_events: ['*'], description: null },
    headers: ownHeaders(origin),
  });
  expect(made.ok(), await made.text()).toBe(true);
  return ((await made.json()) as { id: string }).id;
}

/** A colleague of the account in `page`, who comes by the link in his mail. */
async function colleague(owner: Page, other: Page, origin: string, role: Role): Promise<void> {
  const email = `${role}.${Date.now().toString(36)}${Math.random().toString(36).slice(2)}@partner.example`;
  const invited = await owner.request.post('/api/console/team/invitations', {
    data: { email, role },
    headers: ownHeaders(origin),
  });
  expect(invited.ok(), await invited.text()).toBe(true);
  const mail = other.getByRole('listitem').filter({ hasText: `To ${email}` });
  const toJoin = mail.getByRole('link', { name: 'Open the link' });
  await expect(async () => {
    await other.goto('/dev/mail'); // a job brings the mail there
    await expect(toJoin).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const link = await toJoin.getAttribute('href');
  const accepted = await other.request.post('/api/auth/accept-invitation', {
    data: {
      token: new URL(link!).searchParams.get('token'),
      name: 'Charles Babbage',
      password: 'harbour lantern fifteen',
    },
    headers: ownHeaders(origin),
  });
  expect(accepted.ok(), await accepted.text()).toBe(true);
}

test('the table has every page of the console, and no other', () => {
  expect(Object.keys(consolePages).toSorted()).toEqual(pagesOf('app/(console)/console'));
});

test('every page of the console is there for whom the table says, and for nobody else', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  const origin = baseURL!;
  const account = await openAccount(page, origin);
  const places = placesOf({
    projectId: account.project_id,
    clientId: account.client_id,
    endpointId: await addEndpoint(page, origin, account),
  });
  const expectVerdicts = async (request: APIRequestContext, of: (place: Place) => string) => {
    const seen: Record<string, string> = {};
    for (const { page: name, address } of places) seen[name] = await verdict(request, address);
    expect(seen).toEqual(Object.fromEntries(places.map((place) => [place.page, of(place)])));
  };

  await expectVerdicts(page.request, () => 'shown');
  const proved = await page.request.post('/api/auth/step-up', {
    data: { password: account.password },
    headers: ownHeaders(origin),
  });
  expect(proved.ok(), await proved.text()).toBe(true);
  for (const role of roles.filter((one) => one !== 'owner')) {
    const context = await browser.newContext({ baseURL: origin });
    const other = await context.newPage();
    await colleague(page, other, origin, role);
    await expectVerdicts(other.request, ({ least }) =>
      roles.indexOf(role) >= roles.indexOf(least) ? 'shown' : 'nothing',
    );
    await context.close();
  }

  const stranger = await browser.newContext({ baseURL: origin });
  await expectVerdicts(stranger.request, () => 'sign in');
  await stranger.close();

  const rival = await browser.newContext({ baseURL: origin });
  await openAccount(await rival.newPage(), origin);
  await expectVerdicts(rival.request, ({ page: name }) => (name.startsWith(project) ? 'nothing' : 'shown'));
  // What is another's looks like what is nowhere.
  const nowhere = placesOf({
    projectId: 'prj_00000000000000000000000000',
    clientId: account.client_id,
    endpointId: 'whend_00000000000000000000000000',
  });
  for (const [index, { address }] of places.entries()) {
    if (!address.includes('/prj_')) continue;
    const [foreign, missing] = await Promise.all(
      [address, nowhere[index]!.address].map(async (one) => {
        const answer = await rival.request.get(one, { maxRedirects: 0 });
        return { status: answer.status(), shown: !nothingHere.test(await answer.text()) };
      }),
    );
    expect(foreign, address).toEqual(missing);
    expect(foreign!.shown, address).toBe(false);
  }
  await rival.close();
});

test('whoever is locked out of an account is told as little as whoever has none', async ({
  page,
  baseURL,
}) => {
  const origin = baseURL!;
  const { email } = await openAccount(page, origin);
  await page.context().clearCookies();
  const send = async (route: string, data: object) => {
    const answer = await page.request.post(route, { data, headers: ownHeaders(origin) });
    const { error, ...rest } = (await answer.json().catch(() => ({}))) as {
      error?: { code: string; message: string };
    };
    return { status: answer.status(), code: error?.code, message: error?.message, names: Object.keys(rest) };
  };
  const newcomer = `nobody.${email}`;
  const both = async (route: string, body: (address: string) => object) => [
    await send(route, body(email)),
    await send(route, body(newcomer)),
  ];
  const [known, unknown] = await both('/api/auth/forgot', (address) => ({
    email: address.replace('nobody', 'nowhere'),
  }));
  expect(known).toEqual(unknown);
  const [taken, free] = await both('/api/auth/sign-up', (address) => ({
    name: 'Ada Lovelace',
    company_name: 'Engine Finance Ltd',
    email: address,
    password: 'harbour lantern sixteen',
  }));
  expect(taken).toEqual(free);
  expect(await codeFor(page, newcomer)).toMatch(/^\d{6}$/);
});
