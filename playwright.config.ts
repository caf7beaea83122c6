// End-to-end tests against the real product: `npm start` on a free port, with an embedded database of its own that
// is made and seeded for this run. e2e/api speaks HTTP, the specs beside it drive Chromium on a desk and on a phone.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, defineConfig, devices } from '@playwright/test';
import { freePort } from './lib/testing/servers/free-port';

// Read again in every worker process; the first reading decides, and its environment is handed down.
process.env['PORT'] = process.env['E2E_PORT'] ??= String(await freePort());
process.env['DATA_DIR'] = process.env['E2E_DATA_DIR'] ??= path.join(
  tmpdir(),
  `partner-platform-e2e-${process.pid}-${process.env['PORT']}`,
);
const origin = `http://localhost:${process.env['PORT']}`;

// Debian's browser where Playwright has not downloaded its own.
const debianChromium = '/usr/bin/chromium';
const isRoot = process.getuid?.() === 0;
const launchOptions = {
  ...(!existsSync(chromium.executablePath()) &&
    existsSync(debianChromium) && { executablePath: debianChromium }),
  args: [
    ...(isRoot ? ['--no-sandbox'] : []), // Chromium's sandbox refuses to run as root
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

const pages = { testDir: 'e2e', testIgnore: ['api/**', 'bench/**', 'faults/**'] };

export default defineConfig({
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: origin,
    launchOptions,
    // Without the film, which a machine without a graphics card pays for with a third of its time.
    trace: { mode: 'retain-on-failure', screenshots: false },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
  projects: [
    // One at a time: specs of the limiter count what a whole project was allowed.
    { name: 'api', testDir: 'e2e/api', workers: 1 },
    { name: 'desktop', ...pages, use: { ...devices['Desktop Chrome'] } },
    { name: 'phone', ...pages, use: { ...devices['Pixel 7'] } },
  ],
  webServer: {
    // `npm start` without npm, which would end before its child. The shell outlives the signal, to remove the data.
    command: 'trap : TERM; node scripts/start.mjs; rm -rf "$DATA_DIR"',
    url: `${origin}/readyz`,
    // The first start builds.
    timeout: 300_000,
    env: {
      PORT: process.env['PORT'],
      DATA_DIR: process.env['DATA_DIR'],
      LOG_LEVEL: 'warn',
      APP_URL: origin,
      ALLOW_LOCAL_WEBHOOKS: '1',
      // Strangers who sign up come from addresses of their own (e2e/console/account.ts).
      TRUSTED_HOPS: '1',
    },
    stdout: 'ignore',
    stderr: 'pipe',
    // Stops its embedded PostgreSQL too.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
});
