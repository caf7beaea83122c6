// A receiver keeps what came; its owner pastes it, as it was and spoiled in each way, and reads the rule that it breaks.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { complaintsOf, expectSoundPage } from '../look';
import { closeSandbox, consoleCall, openSandbox, ownComplaints, signInAsOwner } from './sign-in';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

async function startKeeper() {
  const kept: Delivery[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      kept.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.end();
    })();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/webhooks`;
  return { url, kept, close: () => new Promise((closed) => server.close(closed)) };
}

test('a delivery is pasted, and the rule that it breaks is named', async ({ page }, testInfo) => {
  test.slow();
  const complaints = complaintsOf(page);
  await signInAsOwner(page);
  const sandbox = await openSandbox(page, `Signatures ${testInfo.project.name}`);
  const keeper = await startKeeper();
  try {
    const endpoints = `/projects/${sandbox.id}/webhooks/endpoints`;
    const { id } = await consoleCall<{ id: string }>(page, 'POST', endpoints, { url: keeper.url, enabled_events: ['*'], description: 'Keeper' }); // prettier-ignore
    await consoleCall(page, 'POST', `${endpoints}/${id}/test`);
    await expect.poll(() => keeper.kept.length).toBe(1);
    const [{ headers, body }] = keeper.kept as [Delivery];

    await page.goto(`/console/projects/${sandbox.id}/webhooks/${id}`);
    await page.getByRole('button', { name: 'Check a signature' }).click();
    const result = page.getByRole('region', { name: 'Result' });
    const check = async (pasted: Delivery, verdict: string, receivedAt = '') => {
      const lines = Object.entries(pasted.headers).map(([name, value]) => `${name}: ${String(value)}`);
      await page.getByLabel('Headers', { exact: true }).fill(lines.join('\n'));
      await page.getByLabel('Body', { exact: true }).fill(pasted.body);
      await page.getByLabel('When it came (optional)').fill(receivedAt);
      await page.getByRole('button', { name: 'Check signature' }).click();
      await expect(result.getByText(verdict, { exact: true }).first()).toBeVisible();
    };
    await check({ headers, body }, 'The signature is right');
    await expect(result).toContainText('Made with the present secret over exactly these bytes');
    await expectSoundPage(page, testInfo);

    await check({ headers, body: JSON.stringify(JSON.parse(body), null, 2) }, 'The bytes are not those that were signed'); // prettier-ignore
    await expect(result).toContainText('It is the same JSON, printed anew.');
    await expect(result).toContainText('Signed, from character 2');
    await expectSoundPage(page, testInfo);

    await check({ headers, body }, 'Right, but at the wrong time', '2030-01-01T00:00:00Z');
    const forged = { ...headers, 'credicorp-signature': `t=${String(headers['webhook-timestamp'])},v1=${'0'.repeat(64)}` }; // prettier-ignore
    await check({ headers: forged, body }, 'Signed with another secret');
    const { 'webhook-id': _, ...withoutId } = headers;
    await check({ headers: withoutId, body }, 'A header is missing');
    await check({ headers: { ...headers, 'credicorp-signature': 'nonsense' }, body }, 'A header cannot be read'); // prettier-ignore
    await check({ headers: { host: 'x' }, body }, 'No signature header is among these');
    await page.getByLabel('When it came (optional)').fill('yesterday');
    await page.getByRole('button', { name: 'Check signature' }).click();
    await expect(page.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible();

    await consoleCall(page, 'POST', `${endpoints}/${id}/rotate-secret`);
    await page.reload();
    await page.getByRole('button', { name: 'Check a signature' }).click();
    await check({ headers, body }, 'The signature is right');
    await expect(result).toContainText('Made with the old secret');
    expect(ownComplaints(complaints).filter((text) => !text.includes('422') && !text.includes('400'))).toEqual([]); // prettier-ignore
  } finally {
    await keeper.close();
    await closeSandbox(page, sandbox);
  }
});
