// Who is staff takes two admins: an invitation from the proposal to the first sign-in, another role, and the end.
import { expect, test } from '@playwright/test';
import { complaintsOf, expectSoundPage } from '../look';
import { until } from '../api/product';
import { freshCode, signIn, type Officer } from './lender';

test.skip(({ isMobile }) => isMobile, 'phones are looked at in pages.spec.ts');

const proved = new Set<Officer>();

/** The first act of an officer asks who it is; the proof counts for five minutes, which is more than this takes. */
async function prove(officer: Officer): Promise<void> {
  if (proved.has(officer)) return;
  proved.add(officer);
  const dialog = officer.page.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.getByLabel('Code of your authenticator app').fill(await freshCode(officer.secret));
  await dialog.getByRole('button', { name: 'Confirm' }).click();
}

test('a colleague comes, changes his role and goes, each time by two admins', async ({
  browser,
  page,
}, testInfo) => {
  test.setTimeout(240_000);
  const [one, other] = [await signIn(browser, 'niall'), await signIn(browser, 'priya')];
  const complaints = complaintsOf(one.page);
  const email = `ada.byron.${Date.now()}@credicorp.example`;
  const proposed = (officer: Officer) => officer.page.getByRole('region', { name: 'Proposed' });
  const confirm = async (sentence: RegExp) => {
    await other.page.goto('/ops/staff');
    await expect(proposed(other)).toContainText(sentence);
    await proposed(other).getByRole('button', { name: 'Confirm' }).click();
    const dialog = other.page.getByRole('alertdialog').or(other.page.getByRole('dialog'));
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await prove(other);
    await expect(proposed(other)).toHaveCount(0);
  };

  await one.page.goto('/ops/staff');
  await expectSoundPage(one.page, testInfo);
  await one.page.getByRole('button', { name: 'Invite a colleague' }).click();
  const form = one.page.getByRole('dialog', { name: /Invite|Change|Remove/ });
  await form.getByRole('button', { name: 'Propose' }).click();
  await expect(form.getByText('Enter the name.').first()).toBeVisible();
  await form.getByLabel('Full name').fill('Ada Byron');
  await form.getByLabel('E-mail address').fill(email);
  await form.getByRole('radio', { name: /^Reviewer/ }).check();
  await form.getByLabel('Reason').fill('Joins the team of first officers.');
  await expectSoundPage(one.page, testInfo);
  await form.getByRole('button', { name: 'Propose' }).click();
  await prove(one);
  await expect(proposed(one)).toContainText(`Invite Ada Byron (${email}) as reviewer`);
  await expect(proposed(one)).toContainText('You proposed it; an admin other than you confirms it.');
  await expectSoundPage(one.page, testInfo);
  await confirm(/^.*Invite Ada Byron/s);

  // The mail leads to the page where she sets her password and her app.
  const mail = page.getByRole('listitem').filter({ hasText: email });
  await until(async () => (await page.goto('/dev/mail'), mail.isVisible()), Boolean, 30);
  await mail.getByRole('link', { name: 'Open the link' }).click();
  await expect(page.getByText(`Ada Byron, ${email}, as reviewer.`)).toBeVisible();
  const uri = await page.getByRole('button', { name: /key for the authenticator app/ }).textContent();
  const ada: Officer = { email, secret: (uri ?? '').trim(), context: page.context(), page };
  await page.getByLabel('Password', { exact: true }).fill('long enough for ada');
  await page.getByLabel('Code of the app').fill(await freshCode(ada.secret));
  await page.getByRole('button', { name: 'Enrol and sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Money out');
  await page.goto('/ops/staff');
  await expect(page.getByRole('button', { name: 'Invite a colleague' })).toHaveCount(0);

  const propose = async (button: string, fill: () => Promise<void>) => {
    await one.page.goto('/ops/staff');
    await one.page.getByRole('button', { name: button }).click();
    await fill();
    await form.getByLabel('Reason').fill('As agreed with the head of lending.');
    await form.getByRole('button', { name: 'Propose' }).click();
    await prove(one);
    await expect(proposed(one)).toContainText('Ada Byron');
  };
  await propose('Change the role of Ada Byron', () => form.getByRole('radio', { name: /^Auditor/ }).check());
  await confirm(/Make Ada Byron auditor/);
  await page.goto('/ops/disbursements');
  await expect(page.getByRole('button', { name: /Account of Ada Byron/ })).toContainText('auditor');
  await propose('Remove Ada Byron', async () => undefined);
  await confirm(/Remove Ada Byron from staff/);
  await page.goto('/ops/disbursements');
  await expect(page).toHaveURL(/\/ops\/sign-in/);

  await one.page.goto('/ops/staff');
  const history = one.page.getByRole('table', { name: 'Changes, newest first' });
  for (const sentence of ['Invite Ada Byron', 'Make Ada Byron auditor', 'Remove Ada Byron from staff']) {
    await expect(history).toContainText(sentence);
  }
  await expectSoundPage(one.page, testInfo);
  // The browser notes the refusals that ask for a proof.
  expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
  for (const officer of [one, other]) await officer.context.close();
});
