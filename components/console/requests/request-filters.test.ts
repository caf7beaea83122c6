import { describe, expect, it } from 'vitest';
import type { RequestSummary } from '@/lib/request-log';
import { filterOfText, matches, setFilters } from './request-filters';

const row: RequestSummary = {
  id: 'req_1',
  object: 'request',
  created: '2026-11-22T17:40:00.000Z',
  method: 'POST',
  path: '/partner/v1/applications',
  route: '/partner/v1/applications',
  operation: 'createApplication',
  status: 422,
  code: 'invalid_amount',
  param: 'amount_pence',
  client_id: 'cid_sbx_1',
  credential_id: null,
  authenticated: true,
  address: null,
  object_id: null,
  idempotency_key: 'order-7',
  replayed: false,
  duration_ms: 4,
};

describe('one search box', () => {
  it.each([
    ['req_01', { request_id: 'req_01' }],
    [' cid_sbx_01 ', { client_id: 'cid_sbx_01' }],
    ['app_01', { object_id: 'app_01' }],
    ['order-7', { idempotency_key: 'order-7' }],
    ['my_key', { idempotency_key: 'my_key' }],
    ['  ', {}],
  ])('%s', (text, filters) => expect(filterOfText(text)).toEqual(filters));
});

describe('a request that has just come', () => {
  it.each([
    [{}, true],
    [{ status_class: '4xx', method: 'POST' }, true],
    [{ status_class: '2xx' }, false],
    [{ status: '422', code: 'invalid_amount' }, true],
    [{ idempotency_key: 'other' }, false],
    [{ object_id: 'app_1' }, false],
    [{ created_after: '2026-11-22T17:40:00.000Z' }, true],
    [{ created_before: '2026-11-22T17:40:00.000Z' }, false],
  ])('%j: %s', (filters, expected) => expect(matches(row, filters)).toBe(expected));
});

it('spells equal filters alike', () => {
  expect(JSON.stringify(setFilters({ method: 'GET', status_class: '2xx', other: 'x', code: '' }))).toBe(
    JSON.stringify({ status_class: '2xx', method: 'GET' }),
  );
});
