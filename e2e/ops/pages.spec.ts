// The money-out screens on a phone, in light and dark, as somebody sees them who may only look.
import { expect, test } from '@playwright/test';
import { complaintsOf, expectSoundPage } from '../look';
import { requestMoney, signIn } from './lender';

test.skip(({ isMobile }) => !isMobile, 'desks are looked at in money-out.spec.ts');

test('an auditor reads everything on a phone and acts on nothing', async ({
  browser,
  page,
  viewport,
}, testInfo) => {
  test.slow();
  const request = await requestMoney(page, { account: '0002' });
  const auditor = await signIn(browser, 'saoirse', { viewport });
  const complaints = complaintsOf(auditor.page);
  for (const [path, title] of [
    ['/ops/disbursements?view=all', 'Money out'],
    ['/ops/disbursements', 'Money out'],
    [`/ops/disbursements/${request.id}`, '£25,000.00 to Healthy Ltd'],
    ['/ops/money-out', 'Stop and start'],
    ['/ops/limits', 'Limits'],
    ['/ops/staff', 'Staff'],
  ] as const) {
    await auditor.page.goto(path);
    await expect(auditor.page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expectSoundPage(auditor.page, testInfo);
  }
  await auditor.page.goto(`/ops/disbursements/${request.id}`);
  const panel = auditor.page.getByRole('complementary', { name: 'Decision' });
  for (const button of await panel.getByRole('button').all()) await expect(button).toBeDisabled();
  await expect(panel).toContainText('Your role does not approve.');
  await expect(panel).toContainText('Ruth Calloway');
  expect(complaints).toEqual([]);
  await auditor.context.close();
});
