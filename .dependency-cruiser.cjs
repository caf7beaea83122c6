// Import direction: app → lib/api → lib/<domain> → lib/core, lib/db. scripts/lint-rules/direction.test.ts shows
// that each rule bites. Rules about single statements (Prisma, process.env, next/*) are ESLint's.

/** What every domain may stand on. */
const foundation = '^lib/(core|crypto|db|env|logging|redis)/';
/** What stands on the domains: the pipeline, the host, the commands, the composition of jobs, the test tools. */
const upper = '^lib/(api|http-host|commands|worker|testing)/';
/** Tests, and what only tests use: lib/testing, and the `testing` of a domain. */
const testTools = '^lib/[a-z-]*/?testing([.]ts$|/)';
const tests = `([.]test[.]tsx?$|${testTools}|^e2e/)`;
const runtime = { dependencyTypesNot: ['type-only'] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-through-its-index',
      comment: 'A domain is imported through its index.ts only; the rest of its folder is its own business.',
      severity: 'error',
      from: { path: '^lib/([^/]+)/' },
      to: {
        path: '^lib/[^/]+/.+',
        pathNot: ['^lib/$1/', '^lib/[^/]+/index[.]ts$', foundation, upper, testTools],
      },
    },
    {
      name: 'app-through-the-index',
      comment: 'URLs know a domain by its index.ts and schemas.ts only, and the database not at all.',
      severity: 'error',
      from: { path: '^(app|components|proxy|instrumentation)', pathNot: tests },
      to: {
        path: '^lib/[^/]+/.+',
        pathNot: [
          '^lib/(?!db/)[^/]+/(index|schemas)[.]ts$',
          '^lib/(core|api|client|client-sdk|env|http-host)/',
        ],
      },
    },
    {
      name: 'foundation-knows-no-domain',
      comment: 'lib/core, lib/db and their like are below every domain.',
      severity: 'error',
      from: { path: foundation, pathNot: tests },
      to: { path: '^lib/', pathNot: foundation },
    },
    {
      name: 'domain-knows-no-pipeline',
      comment: 'A verb does not know that it was called over HTTP, from a command or by a job runner.',
      severity: 'error',
      from: { path: '^lib/', pathNot: [upper, tests] },
      to: { path: upper },
    },
    {
      name: 'lib-knows-no-surface',
      comment: 'lib is below app, components and scripts. (The host gets its routes from the build.)',
      severity: 'error',
      from: { path: '^lib/', pathNot: tests },
      to: { path: '^(app|components|e2e|scripts)/' },
    },
    {
      name: 'components-are-react-only',
      comment: 'A component takes data as properties or through lib/client; domains are type-only.',
      severity: 'error',
      from: { path: '^components/', pathNot: tests },
      to: { path: '^lib/', pathNot: '^lib/(client|client-sdk)/', ...runtime },
    },
    {
      name: 'components-know-no-url',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'product-without-test-tools',
      severity: 'error',
      from: { path: '^(app|components|lib|prisma|scripts)/', pathNot: tests },
      to: { path: `(${testTools}|[.]test[.]tsx?$)` },
    },
    {
      name: 'product-without-development-packages',
      comment: 'What the running product imports is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: tests },
      to: {
        dependencyTypes: ['npm-dev'],
        ...runtime,
        pathNot: 'node_modules/(@types/|tailwindcss|@tailwindcss)',
      },
    },
    {
      name: 'client-sdk-stands-alone',
      comment: 'A partner can copy the folder: it needs openapi-fetch and nothing of ours.',
      severity: 'error',
      from: { path: '^lib/client-sdk/', pathNot: tests },
      to: { pathNot: ['^lib/client-sdk/', '(^|/)openapi-fetch(/|$)'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|partner-platform:)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)([.]next|dist|node_modules/[.]cache|lib/db/generated|e2e/bench/peers)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
