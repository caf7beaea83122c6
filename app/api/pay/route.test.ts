// The forms of the payer's page: taken from our own pages only, and always answered by a page.
import { describe, expect, it } from 'vitest';
import { make, sessionOf, tokenOf, traces } from '@/lib/payment-links/testing';
import { callRoute, createProject, ownerQuery, runJobs } from '@/lib/testing';
import { POST as answer } from './answer/route';
import { POST as start } from './start/route';

type Handler = Parameters<typeof callRoute>[0];
const origin = 'http://localhost:3000';
const form = (handler: Handler, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  callRoute(handler, {
    method: 'POST',
    path: '/api/pay/form',
    headers: {
      origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });
const locationOf = ({ headers }: { headers: Headers }) => headers.get('location');
const statusOf = async (id: string) =>
  (await ownerQuery<{ status: string }>('SELECT status FROM payment_links WHERE id = $1', [id]))[0]?.status;

describe('the way of a payer', () => {
  it('303 to the bank, 303 back, and the link is paid by callbacks alone', async () => {
    const link = await make(await createProject());
    const started = await form(start, { token: tokenOf(link), bank: 'northbank' });
    expect([started.status, locationOf(started)]).toEqual([
      303,
      expect.stringMatching(/^http:\/\/localhost:3000\/pay\/bank\/[\w-]{69}$/),
    ]);
    const back = await form(answer, { session: sessionOf(locationOf(started)!), decision: 'approve' });
    expect([back.status, locationOf(back)]).toEqual([303, link.url]);
    expect(await statusOf(link.id)).toBe('authorising'); // the browser's coming back says nothing
    await runJobs();
    expect(await statusOf(link.id)).toBe('succeeded');
    const again = await form(start, { token: tokenOf(link), bank: 'northbank' });
    expect([again.status, locationOf(again)]).toEqual([303, link.url]);
  });

  it('ends on a page whatever is wrong with the fields', async () => {
    const link = await make(await createProject());
    expect(locationOf(await form(start, { token: tokenOf(link), bank: 'nobank' }))).toBe(
      `${link.url}?notice=choose-bank`,
    );
    expect(locationOf(await form(start, { token: tokenOf(link) }))).toBe(`${link.url}?notice=choose-bank`);
    for (const token of ['', 'x', '//evil.example', `${tokenOf(link)}x`]) {
      expect((await form(start, { token, bank: 'northbank' })).status).toBe(404);
    }
    expect((await form(answer, { session: 'x', decision: 'approve' })).status).toBe(404);
    expect((await form(answer, { session: 'x', decision: 'settle' })).status).toBe(400);
    expect(await statusOf(link.id)).toBe('open');
  });
});

describe('a form from elsewhere', () => {
  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['no origin', { origin: '' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site request', { 'sec-fetch-site': 'same-site' }],
    ['a text body', { 'content-type': 'text/plain' }],
    ['a JSON body', { 'content-type': 'application/json' }],
  ])('%s changes nothing', async (_, headers: Record<string, string>) => {
    const link = await make(await createProject());
    const before = await traces();
    expect((await form(start, { token: tokenOf(link), bank: 'northbank' }, headers)).status).toBe(403);
    expect((await form(answer, { session: 'x', decision: 'approve' }, headers)).status).toBe(403);
    expect(await traces()).toEqual(before);
  });

  it('413 beyond 8 KiB', async () => {
    expect((await form(start, { token: 'x'.repeat(9_000) })).status).toBe(413);
  });
});
