// Configuration of the Prisma command line only; the running product never reads it.
import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma would download a native schema engine. The same engine is published as WebAssembly on npm;
// scripts/schema-engine.mjs speaks its protocol (docs/decisions/0002-prisma-schema-engine.md).
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= path.resolve(import.meta.dirname, 'scripts/schema-engine.mjs');
process.env['CHECKPOINT_DISABLE'] ??= '1';

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: {
    url:
      process.env['MIGRATION_DATABASE_URL'] ||
      process.env['DATABASE_URL'] ||
      'postgresql://localhost:5432/credicorp',
  },
});
