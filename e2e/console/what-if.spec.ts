// What-if tiers: a burst of a sandbox is replayed through every tier on its usage page; a live project's replay goes with
// its request for a tier, and staff see it beside the reason.
import { expect, test } from '@playwright/test';
import { call, clientOn, mint, type SeededClient } from '../api/product';
import { complaintsOf, expectSoundPage } from '../look';
import { post, signIn } from '../ops/lender';
import { closeSandbox, consoleCall, openSandbox, ownComplaints, signInAsOwner } from './sign-in';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a burst that build throttles passes on scale, and the page says so', async ({ page }, testInfo) => {
  test.slow();
  const complaints = complaintsOf(page);
  await signInAsOwner(page);
  const sandbox = await openSandbox(page, `What if ${testInfo.project.name}`);
  try {
    await page.goto(`/console/projects/${sandbox.id}/usage`);
    const section = page.getByRole('region', { name: 'What if you had another tier' });
    await expect(section.getByText('No calls in these 24 hours', { exact: false })).toBeVisible();

    const token = await mint({ client_id: sandbox.client_id, client_secret: sandbox.secret } as SeededClient);
    const asked = Array.from({ length: 150 }, () => call('/partner/v1/project', { token }));
    const refused = (await Promise.all(asked)).filter(({ status }) => status === 429).length;
    expect(refused).toBeGreaterThan(0);
    const sentence = section.getByText(
      /^On build [\d,]+ of 150 calls throttled, on launch [\d,]+, on scale 0\.$/,
    );
    await expect(async () => {
      await page.reload(); // counts are written within seconds
      await expect(sentence).toBeVisible({ timeout: 3_000 });
    }).toPass();
    const table = section.getByRole('table', { name: 'Tiers, replayed' });
    await expect(table.getByRole('row').filter({ hasText: 'Present' })).toContainText('10, 50, 10');
    await expect(section.getByText('Busiest second', { exact: false })).toBeVisible();
    await expectSoundPage(page, testInfo);
    expect(ownComplaints(complaints)).toEqual([]);
  } finally {
    await closeSandbox(page, sandbox);
  }
});

test('the replay goes with a request for a tier, and staff see it', async ({
  page,
  browser,
  isMobile,
}, testInfo) => {
  test.skip(isMobile, 'one request of a kind is open at once; the phone’s width is looked at below');
  test.slow();
  await signInAsOwner(page);
  const { data } = await consoleCall<{ data: { id: string; tier: string }[] }>(page, 'GET', '/projects'); // prettier-ignore
  const live = data.find(({ tier }) => tier === 'launch');
  const token = await mint(await clientOn('launch'));
  await Promise.all(Array.from({ length: 150 }, () => call('/partner/v1/project', { token })));
  const arrivals = async () =>
    (await consoleCall<{ arrivals: number }>(page, 'GET', `/projects/${live!.id}/usage/what-if`)).arrivals;
  await expect.poll(arrivals).toBeGreaterThanOrEqual(150);
  await page.goto(`/console/projects/${live!.id}/settings`);
  await page.getByRole('button', { name: 'Ask for a higher tier' }).click();
  await page.getByLabel('What you need it for').fill('The spring campaign starts in March.');
  await expectSoundPage(page, testInfo);
  await page.getByRole('button', { name: 'Ask for this tier' }).click();
  await expect(page.getByText(/^Sent with it: On build [\d,]+ of [\d,]+ calls throttled/)).toBeVisible();
  await expectSoundPage(page, testInfo);

  const officer = await signIn(browser, 'priya');
  const waiting = await officer.context.request.get('/api/ops/requests');
  const request = ((await waiting.json()) as { data: { id: string; tier: string | null; partner: { id: string } }[] }).data.find(({ tier }) => tier === 'scale'); // prettier-ignore
  await officer.page.goto(`/ops/partners/${request!.partner.id}`);
  const card = officer.page.getByRole('region', { name: 'Move “Broker desk” to scale' });
  const asked = card.getByRole('table', { name: 'Tiers, replayed' }).getByRole('row');
  await expect(asked.filter({ hasText: 'Asked for' })).toContainText('100, 400, 50');
  await expect(asked.filter({ hasText: 'Present' })).toContainText('launch');
  await expectSoundPage(officer.page, testInfo);
  await officer.page.setViewportSize({ width: 412, height: 839 });
  await expectSoundPage(officer.page, testInfo);
  const declined = await post(officer, `/api/ops/requests/${request!.id}/decision`, {
    approve: false,
    note: 'Ask again in February.',
  });
  expect(declined.status).toBeLessThan(300);
  await officer.context.close();
});
