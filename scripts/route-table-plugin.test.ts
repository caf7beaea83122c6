import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRouteFiles, importRouteTable, routeTablePlugin } from './route-table-plugin.mjs';

let app: string;

beforeAll(() => {
  app = path.join(mkdtempSync(path.join(tmpdir(), 'routes-')), 'app');
  for (const folder of [
    'partner/v1/things/[id]',
    'partner/v1/(grouped)/inside',
    'partner/v1/_private',
    'partner/v1/[[...path]]',
    'healthz',
    'api/internal',
    'docs',
  ]) {
    mkdirSync(path.join(app, folder), { recursive: true });
    writeFileSync(path.join(app, folder, 'route.ts'), `export const GET = () => new Response('${folder}');`);
  }
  writeFileSync(path.join(app, 'partner/v1/route.test.ts'), 'throw new Error()');
});
afterAll(() => rmSync(path.dirname(app), { recursive: true }));

describe('the route table', () => {
  it('lists route files of the served folders only, under their URLs', () => {
    expect(findRouteFiles(app).map(({ pattern }) => pattern)).toEqual([
      '/healthz',
      '/partner/v1/[[...path]]',
      '/partner/v1/inside',
      '/partner/v1/things/[id]',
    ]);
  });

  it('is the same in a bundle', async () => {
    const { outputFiles } = await build({
      stdin: { contents: `export { routeTable } from 'virtual:route-table';`, resolveDir: app },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      plugins: [routeTablePlugin(app)],
    });
    const file = path.join(import.meta.dirname, '../node_modules/.route-table-test.mjs');
    writeFileSync(file, outputFiles[0]?.text ?? '');
    try {
      const { routeTable } = (await import(file)) as { routeTable: [string, { GET: () => Response }][] };
      expect(routeTable.map(([pattern]) => pattern)).toEqual(
        findRouteFiles(app).map(({ pattern }) => pattern),
      );
      const answer = routeTable[3]?.[1].GET();
      expect(await answer?.text()).toBe('partner/v1/things/[id]');
      // The bundle's Response is the adapter's light one; the process keeps its own.
      expect(answer?.constructor).not.toBe(Response);
      expect(answer).toBeInstanceOf(Response);
    } finally {
      rmSync(file);
    }
  });
});

it('finds a handler for every method in every route file of the project', async () => {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  for (const [pattern, module] of await importRouteTable()) {
    for (const method of methods) expect(module[method], `${method} ${pattern}`).toBeTypeOf('function');
    const refuses = methods.some((method) => (module[method] as { refusesMethod?: true }).refusesMethod);
    expect(refuses, `${pattern} refuses no method`).toBe(true);
  }
});
