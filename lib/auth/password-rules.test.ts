import { describe, expect, it } from 'vitest';
import { requireGoodPassword } from './password-rules';

const check =
  (password: string, hasSecondFactor = false) =>
  () =>
    requireGoodPassword(password, { hasSecondFactor, email: 'ada.lovelace@example.com' });

describe('a password', () => {
  it.each([
    'seven quiet herons wade',
    'ünïcödé wörds ärë fïnë',
    '   spaces count too   ',
    '🦊🐢🦉🐝🦀🐙🦕🐳🦩🐘🦔🐧🦚🐌🦋',
  ])('may be %s', (password) => {
    expect(check(password)).not.toThrow();
  });

  it.each([
    'password',
    'fourteen chars',
    'password1234567',
    'PasswordPassword',
    'qwertyuiop123456789',
    'aaaaaaaaaaaaaaaaaaaa',
    'Welcome.Welcome.2026',
    '1234567890123456',
    'ada.lovelace123456789',
    'correct horse battery staple',
  ])('may not be %s', (password) => {
    expect(check(password)).toThrow();
  });

  it('may be shorter beside a second factor, yet not common', () => {
    expect(check('kF3$wq9z')).toThrow();
    expect(check('kF3$wq9z', true)).not.toThrow();
    expect(check('kF3$wq9', true)).toThrow();
    expect(check('password1', true)).toThrow();
  });
});
