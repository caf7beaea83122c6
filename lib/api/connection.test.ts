import { describe, expect, it } from 'vitest';
import { currentConnection, headerValues, withConnection, type Connection } from './connection';

const connection = (rawHeaders: string[]): Connection => ({
  rawHeaders,
  remoteAddress: '192.0.2.1',
  onResponseEnd: () => undefined,
});
const request = (headers: [string, string][] = []) => new Request('http://host/', { headers });

describe('headerValues', () => {
  it('shows each of several, in any case, in their order', () => {
    const raw = ['AUTHORIZATION', 'a', 'Accept', '*/*', 'authorization', 'b'];
    expect(withConnection(connection(raw), () => headerValues(request(), 'authorization'))).toEqual([
      'a',
      'b',
    ]);
  });

  it('believes the connection, not the request that was made from it', () => {
    const seen = withConnection(connection([]), () =>
      headerValues(request([['authorization', 'a']]), 'authorization'),
    );
    expect(seen).toEqual([]);
  });

  it('makes do with the request where no host tells', () => {
    expect(headerValues(request([['authorization', 'a']]), 'authorization')).toEqual(['a']);
    expect(headerValues(request(), 'authorization')).toEqual([]);
  });
});

describe('withConnection', () => {
  it('keeps the facts of interleaved requests apart, and none afterwards', async () => {
    const first = Promise.withResolvers<void>();
    const seen = await Promise.all([
      withConnection(connection(['x', '1']), async () => {
        await first.promise;
        return currentConnection()?.rawHeaders;
      }),
      withConnection(connection(['x', '2']), async () => {
        first.resolve();
        await Promise.resolve();
        return currentConnection()?.rawHeaders;
      }),
    ]);
    expect(seen).toEqual([['x', '1'], ['x', '2']]); // prettier-ignore
    expect(currentConnection()).toBeUndefined();
  });
});
