// Each rule of .dependency-cruiser.cjs refuses a small tree that breaks it, and lets the honest one pass.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, describe, expect, it } from 'vitest';

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: NonNullable<ICruiseOptions['ruleSet']>['forbidden'];
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Names of the rules that a tree of files breaks. */
async function broken(tree: Readonly<Record<string, string>>): Promise<string[]> {
  const baseDir = realpathSync(mkdtempSync(path.join(tmpdir(), 'partner-platform-direction-')));
  folders.push(baseDir);
  for (const [name, text] of Object.entries({ 'package.json': '{"type":"module"}', ...tree })) {
    mkdirSync(path.dirname(path.join(baseDir, name)), { recursive: true });
    writeFileSync(path.join(baseDir, name), text);
  }
  const roots = [...new Set(Object.keys(tree).map((name) => name.split('/')[0] as string))].filter(
    (root) => root !== 'node_modules' && root !== 'package.json',
  );
  const options: ICruiseOptions = {
    baseDir,
    validate: true,
    ruleSet: { forbidden: forbidden ?? [] },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  };
  const { output } = await cruise(roots, options);
  return [
    ...new Set((output as ICruiseResult).summary.violations.map((violation) => violation.rule.name)),
  ].sort();
}

const empty = 'export const value = 1;\n';

describe('import direction', () => {
  it('lets app → lib/api → domain → core pass', async () => {
    const tree = {
      'app/partner/v1/things/route.ts': `import '../../../../lib/api/partner-route';\nimport '../../../../lib/things/index';\nimport '../../../../lib/things/schemas';`,
      'components/ui/button.tsx': `import type { Thing } from '../../lib/things/index';\nexport const button = (thing: Thing) => thing;`,
      'lib/api/partner-route.ts': `import '../oauth/index';\nimport '../core/errors';`,
      'lib/things/index.ts': `export * from './create';`,
      'lib/things/schemas.ts': empty,
      'lib/things/create.ts': `import '../oauth/index';\nimport './repository';`,
      'lib/things/repository.ts': `import '../db/index';`,
      'lib/oauth/index.ts': empty,
      'lib/db/index.ts': `import '../core/errors';`,
      'lib/core/errors.ts': empty,
    };
    expect(await broken(tree)).toEqual([]);
  });

  const cases: [rule: string, why: string, tree: Record<string, string>][] = [
    [
      'no-circles',
      'two files that need each other',
      { 'lib/a/one.ts': `import './two';`, 'lib/a/two.ts': `import './one';` },
    ],
    [
      'domain-through-its-index',
      'a domain reaching into another one',
      { 'lib/a/create.ts': `import '../b/repository';`, 'lib/b/repository.ts': empty },
    ],
    [
      'domain-through-its-index',
      'the pipeline reaching into a domain',
      { 'lib/api/route.ts': `import '../b/verb';`, 'lib/b/verb.ts': empty },
    ],
    [
      'app-through-the-index',
      'a page reading a repository',
      { 'app/page.tsx': `import '../lib/a/repository';`, 'lib/a/repository.ts': empty },
    ],
    [
      'app-through-the-index',
      'a page asking the database',
      { 'app/page.tsx': `import '../lib/db/index';`, 'lib/db/index.ts': empty },
    ],
    [
      'foundation-knows-no-domain',
      'core needing a domain',
      { 'lib/core/ids.ts': `import '../a/index';`, 'lib/a/index.ts': empty },
    ],
    [
      'domain-knows-no-pipeline',
      'a verb that knows HTTP',
      { 'lib/a/create.ts': `import '../api/exchange';`, 'lib/api/exchange.ts': empty },
    ],
    [
      'lib-knows-no-surface',
      'lib importing a page',
      { 'lib/a/create.ts': `import '../../app/page';`, 'app/page.tsx': empty },
    ],
    [
      'components-are-react-only',
      'a component running a domain',
      {
        'components/button.tsx': `import { value } from '../lib/a/index';\nexport const button = value;`,
        'lib/a/index.ts': empty,
      },
    ],
    [
      'components-know-no-url',
      'a component importing a page',
      { 'components/button.tsx': `import '../app/page';`, 'app/page.tsx': empty },
    ],
    [
      'product-without-test-tools',
      'product code using the test tools',
      { 'lib/testing/index.ts': empty, 'app/page.tsx': `import '../lib/testing/index';` },
    ],
    [
      'product-without-development-packages',
      'product code importing a devDependency',
      {
        'package.json': '{"type":"module","devDependencies":{"tool":"1"}}',
        'node_modules/tool/package.json': '{"name":"tool","version":"1.0.0","main":"index.js"}',
        'node_modules/tool/index.js': 'module.exports = {};',
        'lib/a/create.ts': `import { tool } from 'tool';\nexport const x = tool;`,
      },
    ],
    [
      'client-sdk-stands-alone',
      'the client needing the product',
      {
        'lib/client-sdk/index.ts': `import type { value } from '../core/errors';`,
        'lib/core/errors.ts': empty,
      },
    ],
    ['resolvable', 'an import of nothing', { 'lib/a/create.ts': `import './missing';` }],
  ];

  it.each(cases)('%s: refuses %s', async (rule, _why, tree) => {
    expect(await broken(tree)).toContain(rule);
  });

  it('has a case for every rule', () => {
    const named = new Set(cases.map(([rule]) => rule));
    expect((forbidden ?? []).map((rule) => rule.name).filter((name) => !named.has(name ?? ''))).toEqual([]);
  });
});
