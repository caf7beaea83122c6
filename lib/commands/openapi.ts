// `npm run openapi`: writes the OpenAPI document from the route files' declarations; with `--check` it fails when
// the checked-in one is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { routeTable } from 'virtual:route-table';
import { openApiDocument } from '@/lib/api/openapi/document';
import { CommandError, runCommand } from './command';

const file = 'docs/openapi/partner-v1.json';

await runCommand(async () => {
  const routes = routeTable.map(([pattern, module]) => ({ pattern, module }));
  const text = `${JSON.stringify(openApiDocument(routes), null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    throw new CommandError(`${file} is stale; run \`npm run openapi\` and commit it.`);
  }
  process.exit(0);
});
