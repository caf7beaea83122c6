import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientError } from './client-error';
import { request } from './request';

let server: Server;
let origin: string;

const answers: Record<string, { status: number; body: string; headers?: Record<string, string> }> = {
  '/ok?limit=5': { status: 200, body: '{"data":[1]}' },
  '/none': { status: 204, body: '' },
  '/fields': {
    status: 422,
    body: '{"error":{"code":"invalid_value","message":"Two fields are wrong.","param":"name","request_id":"req_1","details":[{"param":"name","code":"invalid_value","message":"Too long."},{"param":"email","code":"invalid_email","message":"Not an address."}]}}',
  },
  '/param': {
    status: 422,
    body: '{"error":{"code":"invalid_email","message":"Not an address.","param":"email"}}',
  },
  '/busy': {
    status: 429,
    body: '{"error":{"code":"rate_limited","message":"Wait."}}',
    headers: { 'retry-after': '7' },
  },
  '/broken': { status: 502, body: '<html>' },
};

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    const answer = answers[incoming.url ?? ''] ?? { status: 404, body: '' };
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function refusal(path: string): Promise<ClientError> {
  return request(`${origin}${path}`, { method: 'POST' }).then(
    () => expect.fail('the call was answered'),
    (error: unknown) => error as ClientError,
  );
}

describe('request', () => {
  it('returns the body, and leaves empty query values out', async () => {
    expect(await request(`${origin}/ok`, { query: { limit: 5, cursor: undefined, status: '' } })).toEqual({
      data: [1],
    });
  });
  it('takes a 204 as done', async () => {
    expect(await request(`${origin}/none`, { method: 'DELETE' })).toBeUndefined();
  });
  it('turns the envelope into a typed error with every failing field', async () => {
    const error = await refusal('/fields');
    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({ status: 422, code: 'invalid_value', requestId: 'req_1' });
    expect(error.details.map(({ param }) => param)).toEqual(['name', 'email']);
  });
  it('takes a lone param as the one failing field', async () => {
    expect((await refusal('/param')).details).toEqual([{ param: 'email', message: 'Not an address.' }]);
  });
  it('says how long to wait', async () => {
    expect((await refusal('/busy')).retryAfterSeconds).toBe(7);
  });
  it('says so when the answer is not ours', async () => {
    expect(await refusal('/broken')).toMatchObject({ status: 502, code: 'unexpected_answer' });
  });
  it('has the status 0 when nobody answers', async () => {
    const error = await request('http://127.0.0.1:9/').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 0, code: 'unreachable' });
  });
});
