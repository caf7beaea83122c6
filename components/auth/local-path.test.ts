import { expect, it } from 'vitest';
import { localPath } from './local-path';

it('keeps a path of ours', () => {
  expect(localPath('/console/projects?create=project', '/console')).toBe('/console/projects?create=project');
});

it.each([
  undefined,
  '',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
])('never leads away: %j', (wanted) => expect(localPath(wanted, '/console')).toBe('/console'));
