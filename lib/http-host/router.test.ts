import { describe, expect, it } from 'vitest';
import { makeRouter } from './router';

const named = (name: string) => ({ name });
const route = makeRouter([
  ['/a/[...rest]', named('catch-all')],
  ['/a/[id]', named('dynamic')],
  ['/a/fixed', named('fixed')],
  ['/a/[id]/act', named('act')],
  ['/a/fixed/only', named('only')],
  ['/b/[[...rest]]', named('optional')],
  ['/c', named('leaf')],
]);
const find = (path: string) => {
  const match = route(path.split('/').filter(Boolean));
  return match && [(match.module as { name: string }).name, match.params];
};

describe('makeRouter', () => {
  it.each([
    ['/a/fixed', ['fixed', {}]],
    ['/a/x', ['dynamic', { id: 'x' }]],
    ['/a/x/act', ['act', { id: 'x' }]],
    ['/a/fixed/only', ['only', {}]],
    // `fixed` has no `act` below it, so the parameter takes it.
    ['/a/fixed/act', ['act', { id: 'fixed' }]],
    ['/a/x/y/z', ['catch-all', { rest: ['x', 'y', 'z'] }]],
    ['/b', ['optional', {}]],
    ['/b/x', ['optional', { rest: ['x'] }]],
    ['/c', ['leaf', {}]],
  ])('%s', (path, expected) => expect(find(path)).toEqual(expected));

  it.each(['/', '/a', '/c/x', '/d', '/constructor', '/__proto__'])('has nothing at %s', (path) =>
    expect(find(path)).toBeUndefined(),
  );

  it('takes a segment that looks like a property of objects as text', () => {
    expect(find('/a/__proto__')?.[0]).toBe('dynamic');
    expect(find('/a/constructor/act')).toEqual(['act', { id: 'constructor' }]);
  });

  it('refuses a table with two names for one parameter', () => {
    const table = [['/a/[id]', {}], ['/a/[name]/x', {}]] as const; // prettier-ignore
    expect(() => makeRouter(table)).toThrow('Two names');
  });
});
