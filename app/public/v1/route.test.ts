// The keyless ring as a browser on any origin meets it.
import { describe, expect, it } from 'vitest';
import { callRoute } from '@/lib/testing';
import * as products from './products/route';
import * as product from './products/[id]/route';
import * as quote from './quote/onetime/route';
import * as status from './status/route';

const getQuote = (search: string, remoteAddress = '192.0.2.10') =>
  callRoute(quote.GET, { path: `/public/v1/quote/onetime${search}`, remoteAddress });

describe('200', () => {
  it('lists products that any origin may read and any cache may keep', async () => {
    const answer = await callRoute(products.GET, { path: '/public/v1/products' });
    expect(answer.status).toBe(200);
    expect(answer.json.data[0]).toMatchObject({ id: 'business_loan', min_amount_pence: 100_000 });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('quotes a loan', async () => {
    const answer = await getQuote('?amount=200&term=28&frequency=weekly');
    expect(answer.json).toMatchObject({ total_payable_pence: 21_900 });
  });

  it('says how the platform is doing, without internals', async () => {
    const answer = await callRoute(status.GET, { path: '/public/v1/status' });
    expect(answer.json.components.map((component: { name: string }) => component.name)).toContain(
      'Decisioning',
    );
  });
});

describe('304', () => {
  it('answers an unchanged ETag without a body', async () => {
    const first = await callRoute(products.GET, { path: '/public/v1/products' });
    const etag = first.headers.get('etag') ?? '';
    const second = await callRoute(products.GET, {
      path: '/public/v1/products',
      headers: { 'if-none-match': etag },
    });
    expect(second.status).toBe(304);
    expect(second.text).toBe('');
  });
});

describe('refusals', () => {
  it.each([
    ['?amount=49&term=28&frequency=weekly', 422, 'invalid_amount'],
    ['?amount=200&term=85&frequency=weekly', 422, 'invalid_value'],
    ['?amount=1e2&term=28&frequency=weekly', 400, 'parameter_invalid'],
    ['?amount=200&term=28', 400, 'parameter_invalid'],
    ['?amount=200&term=28&frequency=daily', 400, 'parameter_invalid'],
    ['?amount=200&amount=300&term=28&frequency=weekly', 400, 'parameter_invalid'],
    ['?amount=200&term=28&frequency=weekly&x=1', 400, 'parameter_invalid'],
  ])('%s is %i %s', async (search, expectedStatus, code) => {
    const answer = await getQuote(search, '192.0.2.11');
    expect(answer.status).toBe(expectedStatus);
    expect(answer.json.error.code).toBe(code);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('404 for a product that there is not', async () => {
    const answer = await callRoute(product.GET, { path: '/public/v1/products/x', params: { id: 'x' } });
    expect(answer.status).toBe(404);
  });

  it('405 for a change', async () => {
    const answer = await callRoute(products.POST, { path: '/public/v1/products', method: 'POST' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });
});

describe('429', () => {
  it('lets each address ask each route 60 times a minute', async () => {
    const ask = (remoteAddress: string) => getQuote('?amount=200&term=28&frequency=weekly', remoteAddress);
    const answers = [];
    for (let i = 0; i < 61; i += 1) answers.push(await ask('192.0.2.1'));
    expect(answers.slice(0, 60).every((answer) => answer.status === 200)).toBe(true);
    const refused = answers[60];
    expect(refused?.status).toBe(429);
    expect(refused?.json.error.code).toBe('rate_limited');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await ask('192.0.2.2')).status).toBe(200);
    const elsewhere = await callRoute(products.GET, {
      path: '/public/v1/products',
      remoteAddress: '192.0.2.1',
    });
    expect(elsewhere.status).toBe(200);
  });
});
