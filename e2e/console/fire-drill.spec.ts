// A receiver that believes everything fails two shots of the drill and loses its tick; mended, it scores six.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { verifyWebhook } from '@/lib/client-sdk';
import { complaintsOf, expectSoundPage } from '../look';
import { closeSandbox, consoleCall, openSandbox, ownComplaints, signInAsOwner } from './sign-in';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Verifies with the client of the SDK once `secret` is set; believes everything before. */
async function startReceiver() {
  const receiver = { url: '', secret: '', close: () => server.close() };
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      if (receiver.secret !== '')
        await verifyWebhook(Buffer.concat(chunks), request.headers, receiver.secret);
      response.end('taken');
    })().catch(() => response.writeHead(400).end('not signed by the lender'));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  receiver.url = `http://localhost:${(server.address() as AddressInfo).port}/webhooks`;
  return receiver;
}

test('a drill finds what a receiver believes, and what it does once mended', async ({ page }, testInfo) => {
  test.slow();
  const complaints = complaintsOf(page);
  await signInAsOwner(page);
  const sandbox = await openSandbox(page, `Drill ${testInfo.project.name}`);
  const receiver = await startReceiver();
  try {
    const endpoint = await consoleCall<{ id: string; secret: string }>(
      page,
      'POST',
      `/projects/${sandbox.id}/webhooks/endpoints`,
      { url: receiver.url, enabled_events: ['*'], description: 'Drilled' },
    );
    const home = `/console/projects/${sandbox.id}`;
    await page.goto(`${home}/webhooks/${endpoint.id}`);
    const drill = page.getByRole('region', { name: 'Fire drill' });
    await drill.getByRole('button', { name: 'Run fire drill' }).click();
    await expect(drill.getByText('4 of 6 as a sound receiver does')).toBeVisible({ timeout: 25_000 });
    const shot = (name: string) => drill.getByRole('listitem', { name, exact: true });
    for (const name of ['Wrong signature', 'Stale']) {
      await expect(shot(name)).toContainText('Not as expected');
      await expect(shot(name)).toContainText(/Came ?200 after/);
    }
    await expect(shot('Slow')).toContainText('As expected');
    await shot('Stale').getByText('The exact bytes').click();
    await expect(shot('Stale').getByRole('region')).toContainText('webhook-timestamp: ');
    await expectSoundPage(page, testInfo);

    await page.goto(`${home}/go-live`);
    const item = page.getByRole('listitem').filter({ hasText: 'Receive a webhook' });
    await expect(item.getByRole('link', { name: 'endpoint' })).toHaveAttribute(
      'href',
      new RegExp(endpoint.id),
    );
    await expectSoundPage(page, testInfo);
    await item.getByRole('link', { name: 'endpoint' }).click();

    receiver.secret = endpoint.secret;
    await drill.getByRole('button', { name: 'Run fire drill' }).click();
    await expect(drill.getByText('6 of 6 as a sound receiver does')).toBeVisible({ timeout: 25_000 });
    await expect(shot('Wrong signature')).toContainText(/Came ?400 after/);
    await expectSoundPage(page, testInfo);
    await page.goto(`${home}/go-live`);
    await expect(item.getByRole('link', { name: 'endpoint' })).toHaveCount(0);
    expect(ownComplaints(complaints)).toEqual([]);
  } finally {
    receiver.close();
    await closeSandbox(page, sandbox);
  }
});
