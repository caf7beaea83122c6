import { expect, it } from 'vitest';
import { parseChangelog, releases } from './releases';

it('reads releases, kinds and entries, folded lines included', () => {
  const text =
    '# Changelog\n\nWords.\n\n## [1.1.0] - 2026-12-01\n\n### Added\n\n- One,\n  folded.\n- Two - with a dash.\n\n### Fixed\n\n- Three.\n\n## [1.0.0]\n';
  expect(parseChangelog(text)).toEqual([
    {
      name: '1.1.0 - 2026-12-01',
      changes: [
        { kind: 'Added', entries: ['One, folded.', 'Two - with a dash.'] },
        { kind: 'Fixed', entries: ['Three.'] },
      ],
    },
    { name: '1.0.0', changes: [] },
  ]);
});

it('finds something in ours', () => {
  expect(releases[0]?.changes[0]?.entries.length).toBeGreaterThan(5);
});
