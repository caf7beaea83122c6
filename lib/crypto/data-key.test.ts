import { describe, expect, it } from 'vitest';
import { newDataKey, openDataKey } from './data-key';

const stored = newDataKey('owner-1');

describe('a data key', () => {
  it('decrypts what it encrypted, however often it is opened', () => {
    const sealed = openDataKey(stored, 'owner-1').encrypt('Ada', 'row-1');
    expect(openDataKey(stored, 'owner-1').decrypt(sealed, 'row-1').toString('utf8')).toBe('Ada');
  });

  it('is of use to its owner only', () => {
    expect(() => openDataKey(stored, 'owner-2')).toThrow();
  });

  it('is not another one', () => {
    const sealed = openDataKey(stored, 'owner-1').encrypt('Ada', 'row-1');
    const other = openDataKey(newDataKey('owner-1'), 'owner-1');
    expect(() => other.decrypt(sealed, 'row-1')).toThrow();
  });

  it('refuses a value that was moved or changed', () => {
    const key = openDataKey(stored, 'owner-1');
    const sealed = key.encrypt('Ada', 'row-1');
    expect(() => key.decrypt(sealed, 'row-2')).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => key.decrypt(changed, 'row-1')).toThrow();
    }
  });
});
