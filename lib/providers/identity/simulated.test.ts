// The surnames and companies of contract §10, in the sandbox and as its twins in live.
import { afterEach, describe, expect, it } from 'vitest';
import { forgetSingleton } from '@/lib/core/singleton';
import { identityProvider } from '.';
import { ProviderUnavailable } from '../unavailable';
import type { IdentityQuestion, Person } from './port';

const askedAt = new Date('2026-07-01T09:00:00.000Z');
const later = (seconds: number) => new Date(askedAt.getTime() + seconds * 1_000);
const signal = new AbortController().signal;
const asked = { checkId: 'idc_1', askedAt, now: askedAt };

const person = (lastName: string): Person => ({
  firstName: 'Ada',
  lastName,
  dateOfBirth: '1980-05-17',
  address: { line1: '1 Example Street', city: 'London', postcode: 'SW1A 1AA', country: 'GB' },
  nationality: null,
});
const about = (lastName: string, now = askedAt): IdentityQuestion => ({
  ...asked,
  now,
  type: 'individual',
  person: person(lastName),
});
const aboutCompany = (companyNumber: string, name: string): IdentityQuestion => ({
  ...asked,
  type: 'business',
  company: { companyNumber, name },
});
const verify = (livemode: boolean, question: IdentityQuestion) =>
  identityProvider(livemode).verify(question, signal);

/** What did not pass; null when the provider is still at work. */
async function exceptions(livemode: boolean, question: IdentityQuestion) {
  const answer = await verify(livemode, question);
  if (answer.kind === 'pending') return null;
  return answer.findings.filter(({ result }) => result !== 'passed');
}

describe.each([
  ['sandbox', false],
  ['live, simulated', true],
])('persons in %s', (_, livemode) => {
  it.each([
    ['Pass', []],
    ['Lovelace', []],
    ['constructor', []],
    ['Passmore', []],
    ['Fail', [{ kind: 'address', result: 'failed' }]],
    [' FAIL ', [{ kind: 'address', result: 'failed' }]],
    ['Review', [{ kind: 'document', result: 'needs_review' }]],
    ['Sanctioned', [{ kind: 'sanctions', result: 'failed' }]],
  ])('%s', async (surname, expected) => {
    expect(await exceptions(livemode, about(surname))).toEqual(expected);
  });

  it('examines all that the contract names', async () => {
    const answer = await verify(livemode, about('Pass'));
    const kinds = answer.kind === 'result' ? answer.findings.map(({ kind }) => kind) : [];
    expect(kinds).toEqual(['name', 'address', 'date_of_birth', 'document', 'sanctions', 'pep']);
  });

  it('keeps Slow waiting for 30 seconds of business time', async () => {
    const waiting = { kind: 'pending', readyAt: later(30) };
    expect(await verify(livemode, about('Slow'))).toEqual(waiting);
    expect(await verify(livemode, about('Slow', later(29.999)))).toEqual(waiting);
    expect(await exceptions(livemode, about('Slow', later(30)))).toEqual([]);
  });
});

describe('companies', () => {
  it.each([
    ['as registered', 'Healthy Ltd'],
    ['in another spelling', '  HEALTHY, Limited.'],
  ])('passes a name %s', async (_, name) => {
    expect(await exceptions(false, aboutCompany('00000401', name))).toEqual([]);
    expect(await exceptions(true, aboutCompany('ZZ000401', name))).toEqual([]);
  });

  it.each(['Adverse Ltd', 'Healthy', 'Healthy PLC', 'Limited Healthy'])(
    'has somebody look at %s',
    async (name) => {
      const expected = [{ kind: 'name', result: 'needs_review' }];
      expect(await exceptions(false, aboutCompany('00000401', name))).toEqual(expected);
    },
  );

  it.each([
    ['a dissolved one', false, '00000409', 'Dissolved Ltd'],
    ['one that is not registered', false, '00000499', 'Healthy Ltd'],
    ['live’s twin in the sandbox', false, 'ZZ000401', 'Healthy Ltd'],
    ['the sandbox’s in live', true, '00000401', 'Healthy Ltd'],
  ])('fails %s', async (_, livemode, companyNumber, name) => {
    const expected = [{ kind: 'company_registry', result: 'failed' }];
    expect(await exceptions(livemode, aboutCompany(companyNumber, name))).toEqual(expected);
  });

  it('says nothing in live of a company that the simulation does not know', async () => {
    await expect(verify(true, aboutCompany('12345678', 'Real Ltd'))).rejects.toThrow(ProviderUnavailable);
  });
});

describe('without live providers', () => {
  afterEach(() => {
    process.env['LIVE_PROVIDERS'] = '';
    forgetSingleton('environment');
  });

  it('asks nobody in live, and goes on in the sandbox', async () => {
    process.env['LIVE_PROVIDERS'] = 'none';
    forgetSingleton('environment');
    await expect(verify(true, about('Pass'))).rejects.toThrow(ProviderUnavailable);
    expect(await exceptions(false, about('Pass'))).toEqual([]);
  });
});
