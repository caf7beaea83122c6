// What the linter holds us to. Import direction and circles are dependency-cruiser's (.dependency-cruiser.cjs);
// the rules of our own are in scripts/lint-rules, each with a test that it bites.
import next from 'eslint-config-next/core-web-vitals';
import prettier from 'eslint-config-prettier/flat';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';
import { house } from './scripts/lint-rules/index.ts';

const tests = ['**/*.test.{ts,tsx}', 'lib/testing/**', 'lib/*/testing.ts', 'lib/*/testing/**', 'e2e/**'];
const configuration = ['*.{js,mjs,cjs,ts}'];

export default defineConfig(
  globalIgnores([
    '.next/',
    'dist/',
    '.data/',
    'coverage/',
    'playwright-report/',
    'test-results/',
    'next-env.d.ts',
    'lib/db/generated/',
    'lib/client-sdk/generated/',
    'e2e/bench/peers/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  next,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in messages are safe; everything else has to be turned into text on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => lease.release()` and `if (done) return finish();` are how callbacks and early ends are written here.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      // Node's own promises reject with system errors; naming the type beats narrowing it by hand each time.
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      // `async () => void (await erase())` says that the number is of no interest.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Flags `Promise.withResolvers<void>()`.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // An interface may promise what its simplest implementation has at hand.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // OpenAPI would rather have `examples`; the one `example` of a field is what readers' tools show.
    files: ['**/schemas.ts', 'lib/api/openapi/**', 'lib/core/pagination.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: tests,
    rules: {
      // A test may know that a row is there; if it is not, the test fails, which is its purpose.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `json` of an answer is asserted, not typed.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    // The browser's budget (e2e/first-load.spec.ts): all of zod with its languages would be half of it.
    files: ['components/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'zod', message: "Use `import * as z from 'zod/mini'` in what browsers load." }] },
      ],
    },
  },
  // Functions called `use…` are hooks in React only.
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    ignores: ['app/**', 'components/**'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { house },
    rules: {
      'house/names-say-something': 'error',
      'house/environment-access': 'error',
      'house/data-access': 'error',
    },
  },
  {
    files: ['lib/env/**', 'scripts/**', ...tests, ...configuration],
    rules: { 'house/environment-access': 'off' },
  },
  {
    files: [
      '**/repository.*',
      '**/repository/**',
      'lib/db/**',
      'prisma/**',
      'scripts/**',
      ...tests,
      ...configuration,
    ],
    rules: { 'house/data-access': 'off' },
  },
  {
    // Connections that are no query: the pool's end and its figures, the one that LISTENs, the
    // queue's own pool, its lock that shows that a worker lives, and the owner's that installs its schema.
    files: [
      'lib/commands/command.ts',
      'lib/control-feed/feed.ts',
      'lib/health/metrics.ts',
      'lib/http-host/start-server.ts',
      'lib/jobs/{connections,run,liveness,migrate}.ts',
    ],
    rules: { 'house/data-access': 'off' },
  },
  {
    files: ['lib/**', 'app/{partner,public,.well-known}/**'],
    rules: { 'house/web-standard-only': 'error' },
  },
  { files: ['lib/http-host/**', 'lib/auth/**', ...tests], rules: { 'house/web-standard-only': 'off' } },
  { files: ['**/*.{js,mjs,cjs}'], extends: [typescript.configs.disableTypeChecked] },
  prettier,
);
