// The budget of script that a page may ask a browser for before anybody has touched it.
import type { Page } from '@playwright/test';

export const firstLoadBudgetBytes = 180_000;

/** Bytes of script, as they went over the wire, that the first load of `path` brings to an empty cache. */
export async function firstLoadScriptBytes(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await page.goto('about:blank'); // nothing of the page before is still under way
  const sizes: Promise<number>[] = [];
  const collect = (response: Awaited<ReturnType<Page['waitForResponse']>>) => {
    const request = response.request();
    if (request.resourceType() !== 'script') return;
    // A script that a redirect asks for again comes from the cache, and its size then reads as less than nothing.
    sizes.push(request.sizes().then((size) => Math.max(0, size.responseBodySize)));
  };
  page.on('response', collect);
  await page.goto(path);
  // A page with a live panel holds a stream open and is never quite idle.
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
  page.off('response', collect);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
