// Which tests exist and what each kind runs on. See lib/testing for the tools, CONTRIBUTING.md for the rules.
import { defineConfig } from 'vitest/config';
import { findRedisServer, redisInstallHint } from './lib/testing/servers/redis-binary.ts';

const roots = '{app,components,lib,prisma,scripts}';
const settings = './lib/testing/setup/settings.ts';
const database = './lib/testing/setup/database.ts';

// Without the program, its tests cannot run: a failure in CI, a loud omission on a developer's machine.
const redisInstalled = findRedisServer() !== undefined;
if (!redisInstalled) {
  if (process.env['CI']) throw new Error(redisInstallHint);
  console.warn(`\n!! *.redis.test.ts are NOT run. ${redisInstallHint}\n`);
}

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [`${roots}/**/*.test.{ts,tsx}`],
          exclude: ['**/*.{db,redis,route}.test.ts', '**/route.test.ts'],
          setupFiles: [settings],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [`${roots}/**/*.db.test.ts`, 'e2e/faults/*.db.test.ts'],
          globalSetup: './lib/testing/setup/database-server.ts',
          setupFiles: [settings, database],
        },
      },
      {
        // The whole pipeline, called as a function, on PostgreSQL and the in-process limiter.
        extends: true,
        test: {
          name: 'route',
          include: [`${roots}/**/route.test.ts`, `${roots}/**/*.route.test.ts`],
          globalSetup: './lib/testing/setup/database-server.ts',
          setupFiles: [settings, database],
        },
      },
      ...(redisInstalled
        ? [
            {
              // PostgreSQL and a Redis server of its own for each file.
              extends: true as const,
              test: {
                name: 'redis',
                include: [`${roots}/**/*.redis.test.ts`],
                globalSetup: './lib/testing/setup/database-server.ts',
                setupFiles: [settings, database, './lib/testing/setup/redis.ts'],
              },
            },
          ]
        : []),
    ],
  },
});
