// The route table of our own HTTP host, made from the folder tree, so that Next and our host serve the same
// files under the same paths. For the build an esbuild plugin; for tests a function that imports them.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Folders of `app` whose route files our host answers itself. Everything else is Next's. */
export const servedFolders = ['partner/v1', 'public/v1', '.well-known', 'healthz', 'readyz', 'metrics'];

const virtualModule = 'virtual:route-table';
const root = path.resolve(import.meta.dirname, '..');
const appFolderOfProject = path.join(root, 'app');

/** `(group)` folders do not show in a URL. */
function patternOf(folder) {
  const segments = folder.split(path.sep).filter((segment) => !/^\(.*\)$/.test(segment));
  return `/${segments.join('/')}`;
}

/**
 * Every route file under the served folders, sorted by pattern.
 *
 * @param {string} appFolder absolute path; the project's own `app` when left out
 * @returns {{ pattern: string, file: string }[]} pattern in Next's spelling: `[id]`, `[...path]`, `[[...path]]`
 */
export function findRouteFiles(appFolder = appFolderOfProject) {
  const routes = [];
  const walk = (folder) => {
    let entries;
    try {
      entries = readdirSync(path.join(appFolder, folder), { withFileTypes: true });
    } catch (error) {
      if (error.code === 'ENOENT') return;
      throw error;
    }
    for (const entry of entries) {
      const inside = path.join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('_')) walk(inside);
      else if (entry.name === 'route.ts') {
        routes.push({ pattern: patternOf(folder), file: path.join(appFolder, inside) });
      }
    }
  };
  servedFolders.forEach(walk);
  return routes.sort((a, b) => (a.pattern < b.pattern ? -1 : 1));
}

/** The table as a module: `export const routeTable = [[pattern, module], …]`. */
function tableSource(routes) {
  const imports = routes.map(({ file }, index) => `import * as route${index} from ${JSON.stringify(file)};`);
  const rows = routes.map(({ pattern }, index) => `  [${JSON.stringify(pattern)}, route${index}],`);
  return [...imports, 'export const routeTable = [', ...rows, '];', ''].join('\n');
}

/**
 * esbuild plugin that resolves `virtual:route-table`, and gives the bundled route files the adapter's light
 * `Response` (lib/http-host/web-globals.ts says why).
 */
export function routeTablePlugin(appFolder = appFolderOfProject) {
  return {
    name: 'route-table',
    setup(build) {
      const injected = path.join(root, 'lib/http-host/web-globals.ts');
      build.initialOptions.inject = [...(build.initialOptions.inject ?? []), injected];
      build.onResolve({ filter: new RegExp(`^${virtualModule}$`) }, (args) => ({
        path: args.path,
        namespace: 'route-table',
      }));
      build.onLoad({ filter: /.*/, namespace: 'route-table' }, () => ({
        contents: tableSource(findRouteFiles(appFolder)),
        loader: 'js',
        resolveDir: appFolder,
      }));
    },
  };
}

/** The same table for tests, which run on the sources: imports every route file now. */
export async function importRouteTable(appFolder = appFolderOfProject) {
  return Promise.all(
    findRouteFiles(appFolder).map(async ({ pattern, file }) => [
      pattern,
      await import(pathToFileURL(file).href),
    ]),
  );
}
