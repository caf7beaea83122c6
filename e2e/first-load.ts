// The budget of script that a page may ask a browser for before anybody has touched it.
import { expect, type Page, type Request } from '@playwright/test';

export const firstLoadBudgetBytes = 180_000;

const quietMs = 500;

/** Follows what a page asks for. A live panel's stream stays open for good and is left out. */
function followRequests(page: Page) {
  const underWay = new Set<Request>();
  const scripts: Request[] = [];
  let lastMoveAt = performance.now();
  const isStream = (request: Request) => request.resourceType() === 'eventsource';
  const begun = (request: Request) => {
    if (isStream(request)) return;
    lastMoveAt = performance.now();
    underWay.add(request);
  };
  const ended = (request: Request) => {
    if (isStream(request)) return;
    lastMoveAt = performance.now();
    underWay.delete(request);
    if (request.resourceType() === 'script') scripts.push(request);
  };
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended);
  return {
    quietForMs: () => (underWay.size > 0 ? 0 : performance.now() - lastMoveAt),
    stop: () => {
      page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended);
      return scripts;
    },
  };
}

/** Bytes of script, as they went over the wire, that the first load of `path` brings to an empty cache. */
export async function firstLoadScriptBytes(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await page.goto('about:blank'); // nothing of the page before is still under way
  const followed = followRequests(page);
  await page.goto(path);
  await expect.poll(followed.quietForMs, { intervals: [100], timeout: 30_000 }).toBeGreaterThan(quietMs);
  const sizes = await Promise.all(followed.stop().map((script) => script.sizes()));
  // A script that a redirect asks for again comes from the cache, and its size then reads as less than nothing.
  return sizes.reduce((sum, { responseBodySize }) => sum + Math.max(0, responseBodySize), 0);
}
