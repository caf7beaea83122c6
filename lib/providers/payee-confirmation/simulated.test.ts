// The payee table of contract §10, and who answers in live.
import { afterEach, describe, expect, it } from 'vitest';
import { forgetSingleton } from '@/lib/core/singleton';
import { payeeConfirmation } from '.';
import { ProviderUnavailable } from '../unavailable';

const signal = new AbortController().signal;
const ask = (accountNumber: string, livemode = false) =>
  payeeConfirmation(livemode).confirm({ accountName: 'Healthy Ltd', sortCode: '123456', accountNumber }, signal); // prettier-ignore

afterEach(() => {
  process.env['LIVE_PROVIDERS'] = '';
  forgetSingleton('environment');
});

describe.each([false, true])('livemode %s, simulated', (livemode) => {
  it.each([
    ['12340001', 'match'],
    ['12340002', 'close_match'],
    ['12340003', 'no_match'],
    ['12340004', 'unavailable'],
    ['12340005', 'match'],
    ['12340006', 'match'],
    ['12340007', 'match'],
    ['99999999', 'match'],
  ])('%s: %s', async (accountNumber, result) => {
    expect((await ask(accountNumber, livemode)).result).toBe(result);
  });

  it('tells the name that is close', async () => {
    expect(await ask('00000002', livemode)).toEqual({ result: 'close_match', nameAtBank: 'Healthy Trading' });
  });
});

it('cannot be asked in live without a provider', async () => {
  process.env['LIVE_PROVIDERS'] = 'none';
  forgetSingleton('environment');
  await expect(ask('12340001', true)).rejects.toThrow(ProviderUnavailable);
  expect((await ask('12340001')).result).toBe('match');
});
