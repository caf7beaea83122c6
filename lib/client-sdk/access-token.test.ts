import { describe, expect, it } from 'vitest';
import { accessTokens } from './access-token';
import { PartnerOAuthError } from './errors';

/** A token endpoint that counts, and a clock that the test moves. */
function endpoint({ lifetime = 900, status = 200 } = {}) {
  const world = { now: 0, status, minted: 0, requests: [] as { basic: string | null; body: string }[] };
  const tokens = accessTokens(
    { origin: 'http://localhost', clientId: 'cid:1', clientSecret: 'a b+c', scopes: ['a:read', 'b:write'] },
    { attempts: 1 },
    {
      fetch: async (request) => {
        world.requests.push({ basic: request.headers.get('authorization'), body: await request.text() });
        if (world.status !== 200) {
          return Response.json(
            { error: 'invalid_client', error_description: 'Wrong.' },
            { status: world.status, headers: { 'credicorp-request-id': 'req_1' } },
          );
        }
        world.minted += 1;
        return Response.json({ access_token: `token-${world.minted}`, expires_in: lifetime });
      },
      sleep: async () => undefined,
      random: () => 0,
      now: () => world.now,
    },
  );
  return { world, tokens };
}

describe('access tokens', () => {
  it('are minted once for any number of callers', async () => {
    const { world, tokens } = endpoint();
    const given = await Promise.all(Array.from({ length: 50 }, () => tokens.current()));
    expect(new Set(given)).toEqual(new Set(['token-1']));
    expect(await tokens.current()).toBe('token-1');
    expect(world.minted).toBe(1);
  });

  it('are asked for by Basic with form-encoded halves, and with the scopes', async () => {
    const { world, tokens } = endpoint();
    await tokens.current();
    expect(world.requests[0]).toEqual({
      basic: `Basic ${btoa('cid%3A1:a+b%2Bc')}`,
      body: 'grant_type=client_credentials&scope=a%3Aread+b%3Awrite',
    });
  });

  it('are renewed in the background before they expire, and never used after', async () => {
    const { world, tokens } = endpoint({ lifetime: 900 });
    await tokens.current();
    world.now = 719_000;
    expect(await tokens.current()).toBe('token-1');
    expect(world.minted).toBe(1);
    world.now = 720_000;
    // Nobody waits: the present one is given out while the next is fetched.
    expect(await tokens.current()).toBe('token-1');
    await expect.poll(() => tokens.current()).toBe('token-2');
    world.now += 890_000;
    expect(await tokens.current()).toBe('token-3');
  });

  it('survive a failed renewal for as long as they live', async () => {
    const { world, tokens } = endpoint();
    await tokens.current();
    world.now = 800_000;
    world.status = 503;
    expect(await tokens.current()).toBe('token-1');
    world.now = 890_000;
    await expect(tokens.current()).rejects.toThrow(PartnerOAuthError);
    world.status = 200;
    expect(await tokens.current()).toBe('token-2');
  });

  it('are discarded once, however many callers were refused with the same one', async () => {
    const { world, tokens } = endpoint();
    const spent = await tokens.current();
    tokens.discard(spent);
    expect(await tokens.current()).toBe('token-2');
    tokens.discard(spent);
    expect(await tokens.current()).toBe('token-2');
    expect(world.minted).toBe(2);
  });

  it('say why there is none', async () => {
    const { tokens } = endpoint({ status: 401 });
    const refused = tokens.current();
    await expect(refused).rejects.toMatchObject({
      status: 401,
      error: 'invalid_client',
      message: 'Wrong.',
      requestId: 'req_1',
    });
  });
});
