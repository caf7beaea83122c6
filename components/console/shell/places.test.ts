import { describe, expect, it } from 'vitest';
import { placeOfId, projectIdOf } from './places';

describe('placeOfId', () => {
  it.each([
    ['req_01k9z6t1m8x3', 'requests/req_01k9z6t1m8x3'],
    [' app_01k9z6t1m8x3 ', 'data/applications/app_01k9z6t1m8x3'],
    ['whend_01k9z6t1m8x3', 'webhooks/whend_01k9z6t1m8x3'],
    ['cid_sbx_4f1c9be2', 'clients/cid_sbx_4f1c9be2'],
  ])('knows the page of %s', (id, path) => {
    expect(placeOfId(id, 'prj_1')).toBe(`/console/projects/prj_1/${path}`);
  });
  it.each(['', 'req', 'usr_01k9z6t1m8x3', 'req_../../team', 'toString_abcdef', 'app_01k9 z6t1'])(
    'takes %j for no id',
    (text) => expect(placeOfId(text, 'prj_1')).toBeUndefined(),
  );
});

it('finds the project in an address', () => {
  expect(projectIdOf('/console/projects/prj_1/usage')).toBe('prj_1');
  expect(projectIdOf('/console/team')).toBeUndefined();
});
