// What the page specs share: the accessibility rules they hold every page to, and a photograph to look at.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';

export const colourSchemes = ['light', 'dark'] as const;

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a theme can break. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * Axe finds nothing, the page fits its width, and the console is quiet about the content security policy.
 *
 * @param shownTwice The page shows every landmark in each theme, so that none is unique.
 * @param coloursOnly The page was looked at in another theme already.
 */
export async function expectSoundPage(
  page: Page,
  testInfo: TestInfo,
  { shownTwice = false, coloursOnly = false } = {},
): Promise<void> {
  // What is streamed comes after the frame: a page is there when its heading is.
  // A panel over it hides it from assistive technology, not from sight.
  await expect(page.locator('h1').first()).toBeAttached();
  const axe = coloursOnly
    ? new AxeBuilder({ page }).withRules(rulesOfColour)
    : new AxeBuilder({ page }).withTags(rules).disableRules(shownTwice ? ['landmark-unique'] : []);
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'pixels of sideways scrolling').toBe(0);
  await page.screenshot({ path: testInfo.outputPath('page.png'), fullPage: true });
}

/** Every rule in the light, and what depends on colours in the dark. */
export async function expectSoundInBothThemes(page: Page, testInfo: TestInfo): Promise<void> {
  for (const colorScheme of colourSchemes) {
    await page.emulateMedia({ colorScheme });
    await expectSoundPage(page, testInfo, { coloursOnly: colorScheme === 'dark' });
  }
}

/** Collects what the browser complains about; read it at the end of a test. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}
