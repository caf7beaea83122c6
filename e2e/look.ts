// What the page specs share: the accessibility rules they hold every page to, and photographs to look at.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';

const colourSchemes = ['light', 'dark'] as const;

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a theme can break. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** In which of a test's photographs the page is; a page that is looked at again gets the next number. */
const photographs = new WeakMap<TestInfo, number>();

/**
 * In light and in dark: axe finds nothing, and the page fits its width. Leaves a photograph of each.
 *
 * A theme is style alone: the page need not be fetched again for the other one, and only rules about colours can
 * find more there.
 *
 * @param shownTwice The page shows every landmark in each theme, so that none is unique.
 */
export async function expectSoundPage(
  page: Page,
  testInfo: TestInfo,
  { shownTwice = false } = {},
): Promise<void> {
  // What is streamed comes after the frame: a page is there when its heading is. A panel over it may hide it from
  // assistive technology, not from sight.
  await expect(page.locator('h1').first()).toBeVisible();
  const number = (photographs.get(testInfo) ?? 0) + 1;
  photographs.set(testInfo, number);
  for (const colorScheme of colourSchemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The colours of before are the start of a transition, however short.
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) {
        if (animation instanceof CSSTransition) animation.finish();
      }
    });
    // Axe in the page itself, reporting what it finds wrong only: no page of ours has frames from elsewhere, and the
    // reports of what is right weigh megabytes.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    if (colorScheme === 'light') axe.withTags(rules).disableRules(shownTwice ? ['landmark-unique'] : []);
    else axe.withRules(rulesOfColour);
    const { violations } = await axe.analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      `what axe finds in ${colorScheme}`,
    ).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, 'pixels of sideways scrolling').toBe(0);
    await page.screenshot({
      path: testInfo.outputPath(`${number}-${colorScheme}.png`),
      fullPage: true,
      scale: 'css',
    });
  }
  await page.emulateMedia({ colorScheme: null });
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
