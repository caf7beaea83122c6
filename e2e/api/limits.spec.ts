// The bucket as a caller sees it (contract §4).
import { expect, test } from '@playwright/test';
import { call, clientOn, mint, until } from './product';

/** Calls until the bucket is empty; the first refusal. */
async function firstRefusal(token: string) {
  for (let i = 0; i < 2_000; i += 1) {
    const answer = await call('/partner/v1/project', { token });
    if (answer.status === 429) return answer;
  }
  throw new Error('The bucket never ran empty');
}

test('60 sequential calls on a full build bucket: as many as the bucket holds, the rest 429 with right headers', async () => {
  const token = await mint(await clientOn('build'));
  await until(
    () => call('/partner/v1/project', { token }),
    ({ headers }) => headers.get('ratelimit-remaining') === '49',
  );
  await new Promise((resolve) => setTimeout(resolve, 200)); // the token that this look cost comes back

  const started = performance.now();
  const answers = [];
  for (let i = 0; i < 60; i += 1) answers.push(await call('/partner/v1/project', { token }));
  const seconds = (performance.now() - started) / 1000;

  const allowed = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ status }) => status === 429);
  expect(allowed.length + refused.length).toBe(60);
  const possible = Math.min(60, 50 + Math.floor(10 * seconds));
  expect(Math.abs(allowed.length - possible)).toBeLessThanOrEqual(1);
  for (const { headers } of answers) {
    expect(headers.get('ratelimit-limit')).toBe('50');
    expect(headers.get('ratelimit-policy')).toBe('"project";q=50;w=5');
    expect(headers.get('credicorp-request-id')).toMatch(/^req_/);
  }
  for (const { headers, json } of refused) {
    expect(json.error).toMatchObject({ type: 'rate_limit_error', code: 'rate_limited' });
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(headers.get('ratelimit-remaining')).toBe('0');
  }
});

test('who waits as long as Retry-After says succeeds', async () => {
  const token = await mint(await clientOn('build'));
  const refused = await firstRefusal(token);
  await new Promise((resolve) => setTimeout(resolve, Number(refused.headers.get('retry-after')) * 1000));
  expect((await call('/partner/v1/project', { token })).status).toBe(200);
});

test('sandbox and live have buckets of their own', async () => {
  const sandbox = await mint(await clientOn('build'));
  const live = await mint(await clientOn('launch'));
  await firstRefusal(sandbox);
  expect((await call('/partner/v1/project', { token: live })).status).toBe(200);
});
